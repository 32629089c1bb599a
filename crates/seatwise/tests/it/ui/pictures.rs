//! Pictures in the browser: taken, shown, kept by the browser, removed.

use axum::http::{StatusCode, header};
use seatwise_domain::audit::EventKind;
use seatwise_testkit::{TestDb, on_both};

use super::{signed_in, words};
use crate::api::PIXEL;

/// The address of the first picture on a page.
fn picture_of(html: &str) -> Option<String> {
    let (_, rest) = html.split_once("<img src=\"/a/")?;
    let path = rest.split('"').next()?;
    Some(format!("/a/{path}"))
}

on_both! {
    async fn k16_an_admin_sets_a_picture_and_every_page_of_the_person_shows_it(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let anna = format!("/a/{}/users/{}", acme.slug, acme.id_of("anna"));
        assert_eq!(picture_of(&browser.get(&anna).await.text()), None);
        let set = browser.upload(&format!("{anna}/picture"), &[], ("picture", "anna.png", PIXEL)).await;
        assert_eq!(set.location(), format!("{anna}/edit"), "{}", words(&set.text()));
        let address = picture_of(&browser.get(&anna).await.text()).expect("a picture");
        for page in [format!("/a/{}/users", acme.slug), format!("{anna}/edit"), format!("/a/{}/licences", acme.slug)] {
            assert!(browser.get(&page).await.text().contains(&address), "{page}");
        }
        let shown = browser.get(&address).await;
        assert_eq!((shown.status, shown.header(header::CONTENT_TYPE)), (StatusCode::OK, "image/jpeg"));
        assert!(shown.header(header::CACHE_CONTROL).contains("immutable"));
        let bare = browser.get(&format!("{anna}/picture")).await;
        assert_eq!(bare.header(header::CACHE_CONTROL), "private, no-cache");
        assert!(address.ends_with(bare.header(header::ETAG).trim_matches('"')), "{address}");
        browser.post(&format!("{anna}/picture/remove"), &[]).await;
        assert_eq!(picture_of(&browser.get(&anna).await.text()), None);
        assert_eq!(browser.get(&address).await.status, StatusCode::NOT_FOUND);
        let lines = acme.audit().await.into_iter().filter(|line| line.kind == EventKind::PictureChanged).count();
        assert_eq!(lines, 2);
    }

    async fn k3_everybody_sets_the_own_picture_and_nobody_elses(db: &TestDb) {
        let acme = db.tenant().team_seats(1).team_user("tina").user("anna").build().await;
        let mut tina = signed_in(db, &acme, "tina").await;
        let me = format!("/a/{}/me", acme.slug);
        let set = tina.upload(&format!("{me}/picture"), &[], ("picture", "me.png", PIXEL)).await;
        assert_eq!(set.location(), me, "{}", words(&set.text()));
        let address = picture_of(&tina.get(&me).await.text()).expect("a picture");
        assert_eq!(tina.get(&address).await.status, StatusCode::OK);
        let mut anna = signed_in(db, &acme, "anna").await;
        let of_tina = format!("/a/{}/users/{}/picture", acme.slug, acme.id_of("tina"));
        assert_eq!(anna.get(&of_tina).await.status, StatusCode::OK);
        let refused = anna.upload(&of_tina, &[], ("picture", "x.png", PIXEL)).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
        assert_eq!(anna.post(&format!("{of_tina}/remove"), &[]).await.status, StatusCode::FORBIDDEN);
        tina.post(&format!("{me}/picture/remove"), &[]).await;
        assert_eq!(anna.get(&of_tina).await.status, StatusCode::NOT_FOUND);
    }

    async fn a_file_that_is_no_picture_is_refused_beside_the_form(db: &TestDb) {
        let acme = db.tenant().user("anna").build().await;
        let mut browser = signed_in(db, &acme, "owner").await;
        let large = vec![0_u8; 6 * 1024 * 1024];
        let anna = format!("/a/{}/users/{}", acme.slug, acme.id_of("anna"));
        for page in [format!("/a/{}/me/picture", acme.slug), format!("{anna}/picture")] {
            for bytes in [b"<svg onload='x'/>".as_slice(), b"".as_slice(), large.as_slice()] {
                let answer = browser.upload(&page, &[], ("picture", "x.png", bytes)).await;
                assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{page}");
                assert!(words(&answer.text()).contains("This picture cannot be used."), "{page}");
            }
        }
        assert_eq!(picture_of(&browser.get(&anna).await.text()), None);
    }
}
