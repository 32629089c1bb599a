//! Mail through a real SMTP conversation: nothing is lost while the server is down, nothing goes twice.

use seatwise_domain::authz::Caller;
use seatwise_domain::mail::{
    Delivered, Encryption, MailState, SmtpOptions, Transport, deliver_due,
};
use seatwise_domain::users::{self, Edit, Invite};
use seatwise_testkit::app::PUBLIC_URL;
use seatwise_testkit::smtp::SmtpReceiver;
use seatwise_testkit::{TestDb, on_both};
use seatwise_web::compose_mail::Composer;

async fn deliver(db: &TestDb, transport: &Transport) -> Delivered {
    let composer = Composer {
        public_url: PUBLIC_URL.to_owned(),
    };
    deliver_due(db, &composer, transport)
        .await
        .expect("the outbox answers")
}

fn to(receiver: &SmtpReceiver) -> Transport {
    let options = SmtpOptions {
        host: "127.0.0.1".to_owned(),
        port: receiver.port(),
        encryption: Encryption::None,
        user: None,
        password: None,
        from: "crm@company.example".to_owned(),
        from_name: "Company CRM".to_owned(),
    };
    Transport::smtp(&options).expect("options that fit")
}

on_both! {
    async fn l3_an_invitation_arrives_in_two_parts_in_the_language_of_its_reader(db: &TestDb) {
        let acme = db.tenant().build().await;
        let mut invite = Invite::by_email("olena@acme.example");
        invite.person.language = Some("uk".to_owned());
        users::invite(db, &acme.as_owner().await, &invite).await.unwrap();
        let receiver = SmtpReceiver::start().await;
        assert_eq!(deliver(db, &to(&receiver)).await.sent, 1);
        let received = receiver.wait_for(1).await.remove(0);
        assert_eq!(received.to, ["olena@acme.example"]);
        assert_eq!(received.from, "crm@company.example");
        let message = received.message();
        assert!(message.header("subject").chars().any(|c| ('а'..='я').contains(&c)), "{}", message.header("subject"));
        assert!(message.link().starts_with("http://localhost/activate/"), "{}", message.text);
        assert!(message.html.contains(message.link()) && message.html.contains("<html lang=\"uk\""), "{}", message.html);
    }

    async fn a_mail_that_the_operator_causes_names_nobody_by_an_english_word(db: &TestDb) {
        let acme = db.tenant().build().await;
        let operator = Caller::operator(acme.id);
        let receiver = SmtpReceiver::start().await;
        for (count, language) in ["en", "de", "ru", "uk", "zh"].into_iter().enumerate() {
            let mut invite = Invite::by_email(format!("new-{language}@acme.example"));
            invite.person.language = Some(language.to_owned());
            users::invite(db, &operator, &invite).await.unwrap();
            assert_eq!(deliver(db, &to(&receiver)).await.sent, 1);
            let message = receiver.wait_for(count + 1).await.pop().unwrap().message();
            assert!(!message.text.contains("operator"), "{}", message.text);
            assert!(message.text.contains("acme") || message.text.contains("Acme"), "{}", message.text);
        }
    }

    async fn an_hour_without_the_mail_server_delays_the_mail_and_doubles_nothing(db: &TestDb) {
        let mut acme = db.tenant().build().await;
        acme.invite("olena").await;
        let receiver = SmtpReceiver::start().await;
        let transport = to(&receiver);
        receiver.refuse(true);
        for _ in 0..60 {
            assert_eq!(deliver(db, &transport).await.sent, 0);
            db.clock().advance(60);
        }
        assert!(receiver.attempts() > 2 && receiver.attempts() < 20, "{} tries, with growing pauses", receiver.attempts());
        receiver.refuse(false);
        for _ in 0..60 {
            deliver(db, &transport).await;
            db.clock().advance(60);
        }
        assert_eq!(receiver.messages().len(), 1);
        let mail = acme.mails_to("olena").await.remove(0);
        assert_eq!(mail.state, MailState::Sent);
        assert_eq!(mail.mail.token(), Some(""), "the secret is gone once it was sent");
    }

    async fn without_a_mail_server_mails_wait_with_their_link(db: &TestDb) {
        let mut acme = db.tenant().build().await;
        acme.invite("olena").await;
        assert_eq!(deliver(db, &Transport::none()).await, Delivered::default());
        let mail = acme.mails_to("olena").await.remove(0);
        assert_eq!(mail.state, MailState::Waiting);
        assert!(!acme.token_of("olena").await.is_empty());
    }

    async fn a_mail_to_somebody_whose_invitation_is_cancelled_never_goes_out(db: &TestDb) {
        let mut acme = db.tenant().build().await;
        let olena = acme.invite("olena").await;
        users::cancel_invitation(db, &acme.as_owner().await, olena, "").await.unwrap();
        let receiver = SmtpReceiver::start().await;
        assert_eq!(deliver(db, &to(&receiver)).await.sent, 0);
        assert_eq!(receiver.messages().len(), 0);
    }

    async fn a_new_address_gets_a_new_mail_and_the_old_one_none(db: &TestDb) {
        let mut acme = db.tenant().build().await;
        let olena = acme.invite("olena").await;
        let edit = Edit { email: Some("olena.k@acme.example".to_owned()), ..Edit::default() };
        users::edit(db, &acme.as_owner().await, olena, &edit).await.unwrap();
        let receiver = SmtpReceiver::start().await;
        deliver(db, &to(&receiver)).await;
        let addresses: Vec<_> = receiver.messages().into_iter().flat_map(|received| received.to).collect();
        assert_eq!(addresses, ["olena.k@acme.example"]);
    }
}
