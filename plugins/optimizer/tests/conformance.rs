//! What the host expects of an optimizer, over sites made up at random.

#[test]
fn conforms() {
    batuta_testkit::conformance::optimizer::<batuta_optimizer::Chooser>().run();
}
