//! The log of a server that worked holds nobody's name and nobody's address.

use seatwise_domain::authn::{NewToken, create_token};
use seatwise_testkit::tenant::PASSWORD;
use seatwise_testkit::{TestDb, on_both};

use super::Program;

/// What must not be found, in small letters.
const PERSONAL: [&str; 9] = [
    "quetzalcoatl",
    "xochipilli",
    "wrongperson",
    "secretteam",
    "secretlead",
    "acme.example",
    "%40",
    "tall-otter",
    "swt_",
];

on_both! {
    async fn logs_hold_no_names_addresses_or_secrets(db: &TestDb) {
        let acme = db.tenant().owner("Quetzalcoatl").build().await;
        let token = NewToken { name: "test".to_owned(), may_write: true, days: None };
        let caller = acme.as_owner().await;
        let (_, secret) = create_token(db, &caller, &token).await.unwrap();
        let program = Program::on(db).with("SEATWISE_LOG_LEVEL", "debug");
        let server = program.serve();
        let email = acme.email_of("Quetzalcoatl").replace('@', "%40");
        let form = "Content-Type: application/x-www-form-urlencoded\r\n";
        let json = format!("Authorization: Bearer {}\r\nContent-Type: application/json\r\n", secret.shown);
        for (password, wanted) in [(PASSWORD, 303), ("a wrong one", 422)] {
            let body = format!("email={email}&password={password}");
            let (status, page) = server.send("POST", "/sign-in", form, &body);
            assert!(status == wanted || wanted == 422 && (400..500).contains(&status), "{status} {page}");
        }
        server.send("POST", "/sign-in", form, "email=wrongperson%40acme.example&password=x");
        let acts = [
            ("/api/v1/users", "{\"email\":\"xochipilli@acme.example\",\"name\":\"Xochipilli\"}"),
            ("/api/v1/users", "{\"email\":\"xochipilli@acme.example\"}"),
            ("/api/v1/teams", "{\"name\":\"secretteam\"}"),
            ("/api/v1/teams", "{\"name\":\"secretteam\"}"),
            ("/api/v1/leads", "{\"title\":\"secretlead\"}"),
            ("/api/v1/leads", "{\"title\":17}"),
        ];
        let mut done = 0;
        for (path, body) in acts {
            done += u32::from(server.send("POST", path, &json, body).0 == 201);
        }
        assert!(done >= 3, "the acts were done: {done}");
        server.get_with("/api/v1/users?q=xochipilli", &json);
        server.get("/activate/xochipilli-acme.example");
        assert_eq!(server.stop(), Some(0));
        let log = std::fs::read_to_string(program.path("server.log")).unwrap().to_lowercase();
        assert!(log.lines().count() > 10, "{log}");
        for word in PERSONAL {
            assert!(!log.contains(word), "{word}: {log}");
        }
    }
}
