//! The shape of a rulebook file: its parts, and the types of their values.

/// A part of a rulebook whose entries have ids.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Section {
    /// `methods`
    Methods,
    /// `sources`
    Sources,
    /// `parameters`
    Parameters,
    /// `actions`
    Actions,
    /// `products`
    Products,
    /// `displaced`
    Displaced,
    /// `policy` of a district
    Policy,
    /// `scenes` of a district
    Scenes,
    /// `merchants` of a district
    Merchants,
    /// `rewards` of a district
    Rewards,
    /// `issuers` of a district
    Issuers,
}

impl Section {
    /// The key in the file.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Methods => "methods",
            Self::Sources => "sources",
            Self::Parameters => "parameters",
            Self::Actions => "actions",
            Self::Products => "products",
            Self::Displaced => "displaced",
            Self::Policy => "policy",
            Self::Scenes => "scenes",
            Self::Merchants => "merchants",
            Self::Rewards => "rewards",
            Self::Issuers => "issuers",
        }
    }
}

/// A type of JSON value.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum JsonType {
    /// `{…}`
    Object,
    /// `[…]`
    List,
    /// `"…"`
    Text,
    /// `true` or `false`
    Boolean,
}
