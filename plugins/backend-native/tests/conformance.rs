//! What the host expects of a backend, over sites made up at random.

#[test]
fn conforms() {
    batuta_testkit::conformance::backend::<batuta_backend_native::Native>().run();
}
