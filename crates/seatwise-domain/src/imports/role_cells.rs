//! Which roles a cell names: by the account's names, or by the program's words in five languages.

use std::collections::HashMap;

use super::Field;
use super::judge::{Detail, Reason};
use super::person::{Refusal, because};
use crate::authz::{Because, Caller, Denied, Key};
use crate::roles::{self, Offer, Offers, Role, RoleError, RoleKey};
use crate::store::{Reads, StoreError};
use crate::text::{name_key, nearest};

/// The program's own roles in five languages; the account's own names go before them.
const WORDS: &[(&str, &[&str])] = &[
    (
        "sales",
        &["sales", "vertrieb", "продажи", "продажі", "销售"],
    ),
    (
        "team-user",
        &[
            "team-user",
            "team user",
            "teambenutzer",
            "участник команды",
            "учасник команди",
            "团队用户",
        ],
    ),
];

/// What parts several roles in one cell.
const MARKS: [char; 6] = [';', ',', '；', '，', '、', '\n'];

/// The account's roles by their names, with what keeps whoever imports from giving each.
pub(super) struct Roles {
    pub offers: Offers,
    by_name: HashMap<String, usize>,
}

impl Roles {
    pub(super) async fn find(tx: &mut impl Reads, caller: &Caller) -> Result<Self, StoreError> {
        let offers = roles::offers(tx, caller).await?;
        let mut by_name = HashMap::new();
        for (at, offer) in offers.all.iter().enumerate() {
            by_name.insert(offer.role.key.to_string(), at);
            let words = WORDS
                .iter()
                .filter(|(key, _)| *key == offer.role.key.as_str());
            for word in words.flat_map(|(_, words)| *words) {
                by_name.insert(name_key(word), at);
            }
        }
        for (at, offer) in offers.all.iter().enumerate() {
            if !offer.role.name.is_empty() {
                by_name.insert(name_key(&offer.role.name), at);
            }
        }
        Ok(Self { offers, by_name })
    }

    /// The roles that a cell names, each once; refused are words that name none, and roles that are not to be given.
    pub(super) fn read(&self, cell: &str, newcomer: bool) -> Result<Vec<&Role>, Refusal> {
        if !self.offers.gives {
            return Err(because(
                Reason::RolesNotYours,
                Detail::value(Field::Role, cell),
            ));
        }
        // A name may have such a mark in it.
        let whole = self.named(cell).map(|offer| vec![(cell, offer)]);
        let named = match whole {
            Some(named) => named,
            None => cell
                .split(MARKS)
                .map(str::trim)
                .filter(|part| !part.is_empty())
                .map(|part| Ok((part, self.named(part).ok_or_else(|| self.unknown(part))?)))
                .collect::<Result<_, Refusal>>()?,
        };
        let mut found: Vec<&Role> = Vec::with_capacity(named.len());
        for (part, offer) in named {
            // Nobody has to give a newcomer the default role.
            let unasked = newcomer && offer.role.key == self.offers.first && self.offers.begins;
            match &offer.refused {
                Some(RoleError::NotGivable) if unasked => {}
                Some(error) => return Err(refused(error, part)),
                None => {}
            }
            if !found.iter().any(|role| role.key == offer.role.key) {
                found.push(&offer.role);
            }
        }
        Ok(found)
    }

    /// The same for a newcomer, whose cell may be empty.
    pub(super) fn read_or_none(&self, cell: &str) -> Result<Vec<&Role>, Refusal> {
        if cell.is_empty() {
            return Ok(Vec::new());
        }
        self.read(cell, true)
    }

    /// Refuses a role that nobody gives, whoever gets it.
    pub(super) fn may_be_given(&self, role: &Role, cell: &str) -> Result<(), Refusal> {
        let mut all = self.offers.all.iter();
        let offer = all.find(|offer| offer.role.key == role.key);
        match offer.and_then(|offer| offer.refused.as_ref()) {
            Some(error) => Err(refused(error, cell)),
            None => Ok(()),
        }
    }

    fn named(&self, text: &str) -> Option<&Offer> {
        let at = self
            .by_name
            .get(text)
            .or_else(|| self.by_name.get(&name_key(text)))?;
        self.offers.all.get(*at)
    }

    /// The role with this key.
    pub(super) fn of_key(&self, key: &RoleKey) -> Option<&Role> {
        let mut all = self.offers.all.iter().map(|offer| &offer.role);
        all.find(|role| role.key == *key)
    }

    /// Why a word names no role: a permission is none, and a slip of the pen has a name that is near.
    fn unknown(&self, text: &str) -> Refusal {
        let detail = Detail::value(Field::Role, text);
        if Key::find(&text.to_lowercase()).is_some() {
            return because(Reason::RoleIsPermission, detail);
        }
        let wanted = name_key(text);
        let names = self.by_name.iter().filter(|(_, at)| {
            let offer = self.offers.all.get(**at);
            offer.is_some_and(|offer| offer.refused.is_none())
        });
        let mut names: Vec<&str> = names.map(|(name, _)| name.as_str()).collect();
        names.sort_unstable();
        let near = nearest(&wanted, names.into_iter()).and_then(|near| self.named(near));
        because(
            Reason::RoleUnknown,
            match near {
                Some(offer) => detail.other(&offer.role.key, &offer.role.name),
                None => detail,
            },
        )
    }
}

/// Why a role is not given, in the words of imports.
pub(super) fn refused(error: &RoleError, text: &str) -> Refusal {
    let reason = match error {
        RoleError::OfTeamSeats => Reason::RoleOfTeamSeats,
        RoleError::TeamSeat => Reason::RoleNeedsSeat,
        RoleError::IsSelf => Reason::RoleIsSelf,
        RoleError::NotGivable => Reason::RoleNotGivable,
        RoleError::Denied(Denied {
            because: Because::OutsidePart(_),
            ..
        }) => Reason::PersonOutside,
        _ => Reason::RoleBeyond,
    };
    because(reason, Detail::value(Field::Role, text))
}
