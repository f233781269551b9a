//! Keys, signatures and receipts on the command line. The page has none of this: it asks the browser (`WebCrypto`).

use p256::ecdsa::signature::{Signer as _, Verifier as _};
use p256::ecdsa::{Signature, SigningKey, VerifyingKey};
use p256::elliptic_curve::rand_core::{OsRng, RngCore as _};

use crate::domain::chain::{bytes_of, hexadecimal};
use crate::domain::district::Issuer;
use crate::domain::receipt::{PublicKey, Receipt, SIGNATURE, Statement};

/// Bytes of a nonce: enough that no two are ever the same.
const NONCE: usize = 10;

/// An issuer's private key.
pub struct PrivateKey(SigningKey);

impl std::fmt::Debug for PrivateKey {
    /// Nobody is ever shown it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PrivateKey").finish_non_exhaustive()
    }
}

impl PrivateKey {
    /// A new one, from the machine's source of randomness.
    pub fn generate() -> Self {
        Self(SigningKey::random(&mut OsRng))
    }

    /// From 64 small hexadecimal digits; `None` if that is no private key of P-256.
    pub fn parse(text: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        let read = bytes_of(text, &mut bytes);
        SigningKey::from_slice(&bytes).ok().filter(|_| read).map(Self)
    }

    /// Its 64 hexadecimal digits, to be kept where nobody else can read them.
    pub fn secret(&self) -> String {
        hexadecimal(&self.0.to_bytes())
    }

    /// The key that others check its signatures with; `None` never happens, because every private key has one.
    pub fn public_key(&self) -> Option<PublicKey> {
        PublicKey::of_bytes(self.0.verifying_key().to_encoded_point(false).as_bytes())
    }

    /// Signs a statement. The same statement has the same signature (RFC 6979).
    pub fn sign(&self, statement: Statement) -> Receipt {
        let signature = self.sign_bytes(&statement.bytes());
        Receipt { statement, signature }
    }

    /// Signs bytes: r and s.
    pub fn sign_bytes(&self, bytes: &[u8]) -> [u8; SIGNATURE] {
        let signature: Signature = self.0.sign(bytes);
        signature.to_bytes().into()
    }
}

/// Whether a key is a point of the curve.
pub fn is_usable(key: &PublicKey) -> bool {
    VerifyingKey::from_sec1_bytes(key.bytes()).is_ok()
}

/// Whether a receipt is signed by an issuer.
pub fn is_signed(issuer: &Issuer, receipt: &Receipt) -> bool {
    is_signature(&issuer.public_key, &receipt.statement.bytes(), &receipt.signature)
}

/// Whether r and s are a signature over these bytes by the owner of a key.
pub fn is_signature(key: &PublicKey, bytes: &[u8], signature: &[u8; SIGNATURE]) -> bool {
    let key = VerifyingKey::from_sec1_bytes(key.bytes());
    let signature = Signature::from_slice(signature);
    matches!((key, signature), (Ok(key), Ok(signature)) if key.verify(bytes, &signature).is_ok())
}

/// A nonce that nobody has used.
pub fn nonce() -> String {
    let mut bytes = [0; NONCE];
    OsRng.fill_bytes(&mut bytes);
    hexadecimal(&bytes)
}
