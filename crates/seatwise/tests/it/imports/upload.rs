//! Files that are no tables leave nothing behind, and say why.

use seatwise_domain::authz::RunImports;
use seatwise_domain::imports::{
    self, Field, ImportKind, ImportState, MapError, Mapping, MappingError, UploadError,
};
use seatwise_domain::problem::ToProblem;
use seatwise_testkit::{TestDb, on_both};

use super::{file, many, sent};

on_both! {
    async fn a_file_with_a_fault_far_down_leaves_no_half_import(db: &TestDb) {
        let acme = db.tenant().build().await;
        let owner = acme.as_owner().await;
        let text = many(3_000) + "Broken,\"b@many.example\n";
        let refused = sent(db, &owner, ImportKind::Users, &file(&text).path).await.unwrap_err();
        assert!(matches!(refused, UploadError::File(_)), "{refused}");
        assert_eq!(refused.problem().code, "file-unreadable");
        assert!(refused.values().contains(&("reason", "unclosed-quote".to_owned())));
        assert!(refused.values().contains(&("row", "3002".to_owned())));
        let scope = owner.scope::<RunImports>().unwrap();
        let mut tx = db.read().await.unwrap();
        assert!(imports::list(&mut tx, &scope, None, 50).await.unwrap().is_empty());
    }

    async fn an_upload_knows_its_columns_and_first_values(db: &TestDb) {
        let acme = db.tenant().build().await;
        let owner = acme.as_owner().await;
        let import = sent(db, &owner, ImportKind::Users, &file(&many(700)).path).await.unwrap();
        assert_eq!((import.state, import.rows_total), (ImportState::Uploaded, 700));
        assert_eq!(import.mapping.0, [Some(Field::Name), Some(Field::Email), Some(Field::Team)]);
        assert_eq!(import.shape.columns[0].samples, ["Person 0", "Person 1", "Person 2"]);
    }

    async fn a_mapping_without_addresses_is_refused(db: &TestDb) {
        let acme = db.tenant().build().await;
        let owner = acme.as_owner().await;
        let import = sent(db, &owner, ImportKind::Users, &file(&many(1)).path).await.unwrap();
        let mapping = Mapping(vec![Some(Field::Name), None, None]);
        let refused = imports::map(db, &owner, import.id, &mapping, &import.options).await;
        assert!(matches!(refused, Err(MapError::Mapping(MappingError::Missing(Field::Email)))), "{refused:?}");
    }

    async fn l18_a_file_without_a_header_is_refused_in_words(db: &TestDb) {
        let acme = db.tenant().build().await;
        let refused = sent(db, &acme.as_owner().await, ImportKind::Users, &file("1,2\n3,4\n").path).await.unwrap_err();
        assert!(refused.values().contains(&("reason", "no-header".to_owned())));
    }
}
