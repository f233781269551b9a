//! What is done at the desk: points are spent, vouchers are cancelled and used, a district is chosen, and an entry is
//! undone.

mod screens;
mod spend;

pub(super) use screens::{chooser, said_of_district, screen, why_refused};

use super::district;
use super::edge::{Edge, Write};
use super::state::{Action, Report, State};
use crate::desk::{DeskAct, News, Question};
use crate::domain::ledger::Ended;
use crate::ui::Rules;

/// Does it, and gives what is known at once; what comes of it is told later.
pub(super) fn act(act: DeskAct, state: &State, rules: &Rules, edge: &Edge) -> Action {
    let news = match act {
        DeskAct::Ask(question) => News::Asked(question),
        DeskAct::Read => News::Read,
        DeskAct::Choose(district) => district::choose(edge, district, state.today),
        DeskAct::Undo(id) => {
            if state.ledger.borrow().reversal_of(&id).is_some() {
                return Action::Reported(Report::AlreadyReversed);
            }
            let spent = state.ledger.borrow().spent_of(&id);
            if spent == 0 {
                edge.write(Write::Reverse(id));
            }
            News::Asked((spent > 0).then_some(Question::Undo(spent)))
        }
        DeskAct::Retry => district::again(edge, state.today),
        // One at a time: a second press waits for nothing.
        _ if state.desk.busy => News::Begun,
        DeskAct::Redeem(reward) => {
            spend::redeem(edge, rules.shared(), (state.person.clone(), reward), state.today);
            News::Begun
        }
        DeskAct::Cancel(voucher) => {
            spend::end(edge, rules.shared(), voucher, Ended::Cancelled, state.today);
            News::Begun
        }
        DeskAct::Use(voucher) => {
            spend::end(edge, rules.shared(), voucher, Ended::Used, state.today);
            News::Begun
        }
    };
    Action::Desk(news.into())
}
