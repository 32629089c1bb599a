//! Who works at the company of the demonstration.

use seatwise_domain::authz::{Level, SeatKind};

/// How somebody comes, stays and goes; days count from the first day of the story.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Life {
    /// Came with the staff list on the first day.
    FromStart,
    /// Was invited on a day and signed in on the next one.
    Invited(u16),
    /// Was invited on a day and has not answered.
    NotAnswered(u16),
    /// Stands on a list whose activation mails nobody has sent yet.
    NotMailed,
}

/// Somebody.
#[derive(Debug, Clone, Copy)]
pub struct Person {
    /// First and last name.
    pub name: &'static str,
    /// The part of the address before the company's.
    pub address: &'static str,
    /// The team.
    pub team: &'static str,
    /// What he does.
    pub job: &'static str,
    /// The language he reads.
    pub language: &'static str,
    /// How he came.
    pub life: Life,
    /// What he is.
    pub level: Level,
    /// The kind of seat.
    pub seat: SeatKind,
}

/// The part of addresses after the sign.
pub const HOST: &str = "nordwind-solar.example";
/// The owner of the account.
pub const OWNER: (&str, &str) = ("Käthe Müller", "kaethe.mueller");
/// The administrator who does the daily work with people.
pub const MANAGER: &str = "olena.shevchenko";
/// The salesperson whose view is shown.
pub const SALESPERSON: &str = "jonas.weber";

const NORTH: &str = "Vertrieb Nord";
const SOUTH: &str = "Vertrieb Süd";
const KYIV: &str = "Продажі Київ";
const ASIA: &str = "华东销售部";
const EUROPE: &str = "International Sales";
const SERVICE: &str = "Service";

const fn seller(
    name: &'static str,
    address: &'static str,
    team: &'static str,
    language: &'static str,
    life: Life,
) -> Person {
    Person {
        name,
        address,
        team,
        job: "Sales",
        language,
        life,
        level: Level::User,
        seat: SeatKind::Regular,
    }
}

const fn helper(
    name: &'static str,
    address: &'static str,
    language: &'static str,
    life: Life,
) -> Person {
    Person {
        name,
        address,
        team: SERVICE,
        job: "Service",
        language,
        life,
        level: Level::User,
        seat: SeatKind::Team,
    }
}

const fn admin(
    name: &'static str,
    address: &'static str,
    team: &'static str,
    language: &'static str,
) -> Person {
    Person {
        name,
        address,
        team,
        job: "Head of sales",
        language,
        life: Life::FromStart,
        level: Level::Admin,
        seat: SeatKind::Regular,
    }
}

use Life::{FromStart, Invited, NotAnswered, NotMailed};

/// Who leads which team.
pub const LEADERS: [(&str, &str); 6] = [
    (NORTH, "thomas.becker"),
    (SOUTH, "matthias.huber"),
    (KYIV, MANAGER),
    (ASIA, "wang.fang"),
    (EUROPE, "agnieszka.wisniewska"),
    (SERVICE, "petra.lindner"),
];

/// Everybody but the owner.
pub const PEOPLE: &[Person] = &[
    admin("Олена Шевченко", MANAGER, KYIV, "uk"),
    admin("Thomas Becker", "thomas.becker", NORTH, "de"),
    seller("Jonas Weber", SALESPERSON, NORTH, "de", FromStart),
    seller("Jürgen Groß", "juergen.gross", NORTH, "de", FromStart),
    seller("Anneliese Kühn", "anneliese.kuehn", NORTH, "de", FromStart),
    seller("Björn Sørensen", "bjoern.soerensen", NORTH, "en", FromStart),
    seller("Ömer Yıldız", "oemer.yildiz", NORTH, "de", FromStart),
    seller("Lena Vogt", "lena.vogt", SOUTH, "de", FromStart),
    seller("Matthias Huber", "matthias.huber", SOUTH, "de", FromStart),
    seller("Chiara Rossi", "chiara.rossi", SOUTH, "en", FromStart),
    seller("Luka Horvat", "luka.horvat", SOUTH, "en", FromStart),
    seller(
        "Zuzana Dvořáková",
        "zuzana.dvorakova",
        SOUTH,
        "en",
        FromStart,
    ),
    seller(
        "Андрій Коваленко",
        "andrii.kovalenko",
        KYIV,
        "uk",
        FromStart,
    ),
    seller(
        "Марія Бондаренко",
        "mariia.bondarenko",
        KYIV,
        "uk",
        FromStart,
    ),
    seller("Тарас Їжакевич", "taras.yizhakevych", KYIV, "uk", FromStart),
    seller("Наталя Лисенко", "natalia.lysenko", KYIV, "uk", FromStart),
    seller("Алёна Соколова", "alena.sokolova", KYIV, "ru", FromStart),
    seller("Дмитрий Орлов", "dmitri.orlov", KYIV, "ru", FromStart),
    seller("王芳", "wang.fang", ASIA, "zh", FromStart),
    seller("李伟", "li.wei", ASIA, "zh", FromStart),
    seller("张晓明", "zhang.xiaoming", ASIA, "zh", FromStart),
    seller("陈静", "chen.jing", ASIA, "zh", FromStart),
    seller(
        "Agnieszka Wiśniewska",
        "agnieszka.wisniewska",
        EUROPE,
        "en",
        FromStart,
    ),
    seller("Élodie Lefèvre", "elodie.lefevre", EUROPE, "en", FromStart),
    seller("Íñigo Martínez", "inigo.martinez", EUROPE, "en", FromStart),
    seller(
        "Siobhán O'Connor",
        "siobhan.oconnor",
        EUROPE,
        "en",
        FromStart,
    ),
    seller("Nguyễn Thị Hạnh", "nguyen.hanh", EUROPE, "en", Invited(30)),
    seller("Paul Schneider", "paul.schneider", NORTH, "de", Invited(44)),
    seller("Ірина Мельник", "iryna.melnyk", KYIV, "uk", Invited(74)),
    seller("刘洋", "liu.yang", ASIA, "zh", Invited(118)),
    seller(
        "Noah van der Berg",
        "noah.vanderberg",
        EUROPE,
        "en",
        Invited(150),
    ),
    helper("Petra Lindner", "petra.lindner", "de", FromStart),
    helper("Hamza Öztürk", "hamza.oeztuerk", "de", FromStart),
    helper("Світлана Гриценко", "svitlana.hrytsenko", "uk", FromStart),
    helper("赵敏", "zhao.min", "zh", Invited(60)),
    helper("Greta Nyström", "greta.nystroem", "en", NotAnswered(203)),
    seller(
        "Felix Brandt",
        "felix.brandt",
        NORTH,
        "de",
        NotAnswered(201),
    ),
    seller(
        "Юлія Ткаченко",
        "yuliia.tkachenko",
        KYIV,
        "uk",
        NotAnswered(207),
    ),
    seller(
        "Екатерина Белова",
        "ekaterina.belova",
        KYIV,
        "ru",
        NotAnswered(190),
    ),
    seller("孙丽", "sun.li", ASIA, "zh", NotAnswered(208)),
    seller("Tobias Frank", "tobias.frank", SOUTH, "de", NotMailed),
    seller("Marta Nowak", "marta.nowak", EUROPE, "en", NotMailed),
    seller("Sofia Almeida", "sofia.almeida", EUROPE, "en", NotMailed),
];

/// What people write on leads, by their language.
pub fn notes(language: &str) -> &'static [&'static str] {
    match language {
        "de" => &[
            "Angebot verschickt, Rückmeldung bis Freitag zugesagt.",
            "Frau Krämer möchte die Wartung getrennt ausgewiesen haben.",
            "Telefonat: Budget ist freigegeben, Entscheidung im Vorstand.",
            "Vor-Ort-Termin war gut. Dachfläche Süd reicht für 80 kWp.",
            "Mitbewerber ist 4 % billiger, liefert aber erst im Herbst.",
            "Bitte vor dem Monatsende noch einmal anrufen.",
        ],
        "uk" => &[
            "Надіслали комерційну пропозицію, чекаємо на відповідь.",
            "Просять розбити оплату на три частини.",
            "Зустріч перенесли на наступний тиждень.",
            "Бюджет погоджено, лишилося рішення директора.",
            "Потрібна довідка про сертифікацію модулів.",
        ],
        "ru" => &[
            "Отправили предложение, ждём ответа.",
            "Просят скидку за предоплату.",
            "Договорились созвониться в четверг.",
            "Нужен расчёт с другим инвертором.",
        ],
        "zh" => &[
            "报价已发出，客户下周答复。",
            "客户希望分两期付款。",
            "已参观样板项目，反馈很好。",
            "需要补充组件认证文件。",
            "预算已批准，等待签约。",
        ],
        _ => &[
            "Sent the offer, answer promised for Friday.",
            "They want maintenance as a separate line.",
            "Site visit went well, the roof carries the load.",
            "Budget approved, decision is with the board.",
            "Competitor is cheaper but delivers in autumn.",
            "Asked for two references from the same industry.",
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_used_once_and_all_three_guides_are_there() {
        let mut addresses: Vec<_> = PEOPLE.iter().map(|person| person.address).collect();
        assert!(addresses.contains(&MANAGER) && addresses.contains(&SALESPERSON));
        assert!(!addresses.contains(&OWNER.1));
        let before = addresses.len();
        addresses.sort_unstable();
        addresses.dedup();
        assert_eq!(addresses.len(), before);
        assert!(before + 1 > 40);
    }
}
