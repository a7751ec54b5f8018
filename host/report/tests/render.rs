//! One report in every form.
#![allow(clippy::unwrap_used, reason = "a test")]

mod sample;

use batuta_pipeline::Report;
use batuta_pipeline::report::{FileStatus, ValidationReport};
use batuta_report::{ProjectParts, Rendering, Style, render, render_findings};
use std::collections::BTreeSet;

fn text(report: &Report, form: Rendering) -> String {
    render(report, form, &Style::default()).unwrap()
}

const FORMS: [Rendering; 5] =
    [Rendering::Terminal, Rendering::Json, Rendering::Markdown, Rendering::Html, Rendering::Sarif];

#[test]
fn terminal() {
    insta::assert_snapshot!(text(&sample::report(), Rendering::Terminal));
}

#[test]
fn markdown() {
    insta::assert_snapshot!(text(&sample::report(), Rendering::Markdown));
}

#[test]
fn sarif() {
    insta::assert_snapshot!(text(&sample::report(), Rendering::Sarif));
}

#[test]
fn an_analysis_lists_what_the_project_is() {
    let mut report = Report { command: "analyze".into(), ..sample::report() };
    report.files.iter_mut().for_each(|file| file.status = FileStatus::Analyzed);
    (report.diagnostics, report.programs, report.validation, report.build) = (vec![], vec![], None, None);
    insta::assert_snapshot!(text(&report, Rendering::Terminal));
}

#[test]
fn debt_is_shown_with_what_it_costs() {
    let mut report = Report { command: "analyze".into(), ..sample::report() };
    report.summary.as_mut().unwrap().debt = Some(sample::debt());
    for form in [Rendering::Terminal, Rendering::Markdown, Rendering::Html] {
        let shown = text(&report, form);
        for part in ["71.5", "complexity 17.5", "complexity 24 (limit 10)", "⇄"] {
            assert!(shown.contains(part), "{form:?} lacks {part}: {shown}");
        }
    }
    let only_plan = ProjectParts { languages: false, dependencies: false, debt: false, plan: true };
    let shown = render(&report, Rendering::Terminal, &Style { project: only_plan, ..Style::default() }).unwrap();
    assert!(shown.contains("DECISIONS") && !shown.contains("71.5") && !shown.contains("COMMENT"), "{shown}");
}

#[test]
fn debt_before_and_after_is_shown_side_by_side() {
    let report = Report { debt: Some(sample::change()), ..sample::report() };
    for form in [Rendering::Terminal, Rendering::Markdown, Rendering::Html] {
        let shown = text(&report, form);
        for part in ["before and after", "72.5", "91.5", "6.2", "7.8"] {
            assert!(shown.contains(part), "{form:?} lacks {part}: {shown}");
        }
        assert!(form == Rendering::Terminal || shown.contains("not measured"), "{form:?}");
    }
}

#[test]
fn known_weaknesses_are_shown_with_what_is_certain() {
    let mut report = Report { command: "analyze".into(), ..sample::report() };
    for (certain, word) in [(true, "has 2.30.0"), (false, "may have 2.30.0")] {
        report.advisories = Some(vec![sample::advisory(certain)]);
        for form in [Rendering::Terminal, Rendering::Markdown, Rendering::Html] {
            let shown = text(&report, form).replace("\\_", "_");
            for part in [word, "PYSEC-2023-74", "2.31.0", "2023-05-26"] {
                assert!(shown.contains(part), "{form:?} lacks {part}: {shown}");
            }
        }
    }
    report.advisories = Some(vec![]);
    assert!(text(&report, Rendering::Terminal).contains("None of the advisories"));
    report.advisories = None;
    assert!(!text(&report, Rendering::Terminal).contains("advisories"), "silence where none were given");
}

#[test]
fn ages_are_shown_and_what_is_not_known_is_said() {
    let mut report = Report { command: "analyze".into(), ..sample::report() };
    report.ages = Some(vec![sample::age(Some(2.5)), sample::age(None)]);
    for form in [Rendering::Terminal, Rendering::Markdown, Rendering::Html] {
        let shown = text(&report, form).replace('\\', "");
        for part in ["1.5 (2020-07-01)", "2.0 (2023-01-01)", "2.5", "not known", "In all 2.5 years", "over 1 of 2"] {
            assert!(shown.contains(part), "{form:?} lacks {part}: {shown}");
        }
    }
    report.ages = None;
    assert!(!text(&report, Rendering::Terminal).contains("libyears"), "silence where nothing was given");
}

#[test]
fn numeric_operations_are_shown_with_what_does_them() {
    let report =
        Report { decisions: vec![sample::decision(Some("native")), sample::decision(None)], ..sample::report() };
    for form in [Rendering::Terminal, Rendering::Markdown, Rendering::Html] {
        let shown = text(&report, form);
        for part in
            ["matmul(float64[3, ?], float64[?])", "tool.py:3", "native", "the runtime", "the cheapest of 1 offer"]
        {
            assert!(shown.contains(part), "{form:?} lacks {part}: {shown}");
        }
        assert!(form == Rendering::Terminal || shown.contains("24 bytes per element"), "{form:?}");
    }
}

#[test]
fn a_page_shows_both_sides_with_links_between_lines() {
    let page = text(&sample::report(), Rendering::Html);
    for part in [
        "<svg class=\"treemap\"",
        "lib.py: 7 lines, converted, 7 % dynamic expressions",
        "<a href=\"#file-0\"><rect",
        "id=\"s0-1\"><a class=\"number\" href=\"#r0-0-2\">",
        "id=\"r0-0-2\"><a class=\"number\" href=\"#s0-1\">",
        "println!(&quot;&lt;hi&gt;&quot;);",
    ] {
        assert!(page.contains(part), "{part} is not in {page}");
    }
    assert!(!page.contains("http://") && !page.contains("https://"), "nothing is fetched from elsewhere");
}

#[test]
fn every_form_says_not_validated_in_words_and_never_counts_it_as_same() {
    let mut report = sample::report();
    for form in [Rendering::Terminal, Rendering::Markdown, Rendering::Html, Rendering::Sarif] {
        assert!(text(&report, form).contains("not validated"), "{form:?}");
    }
    assert!(text(&report, Rendering::Json).contains("\"not-validated\""));
    // Nothing was validated at all, or validation knows nothing of a program.
    for validation in
        [Some(ValidationReport { reason: Some("no sandbox was found".into()), ..ValidationReport::default() }), None]
    {
        report.validation = validation;
        for form in [Rendering::Terminal, Rendering::Markdown, Rendering::Html] {
            let text = text(&report, form);
            assert!(text.contains("not validated") && !text.contains("same"), "{form:?}: {text}");
        }
    }
}

#[test]
fn a_comparison_of_nothing_is_not_praised() {
    let mut report = sample::report();
    report.programs.retain(|program| program.binary == "quiet");
    report.validation.as_mut().unwrap().programs.retain(|program| program.binary == "quiet");
    assert!(text(&report, Rendering::Terminal).contains("1 same, some print nothing"));
    assert!(text(&report, Rendering::Html).contains("same, but prints nothing"));
}

#[test]
fn no_form_lets_control_characters_through() {
    for form in FORMS {
        let text = text(&sample::report(), form);
        let bad = text.chars().find(|c| c.is_control() && *c != '\n');
        assert_eq!(bad, None, "{form:?}");
        assert!(text.ends_with('\n') && !text.lines().any(|line| line.ends_with(' ')), "{form:?}");
    }
}

#[test]
fn colour_only_when_asked_for() {
    let report = sample::report();
    assert!(!text(&report, Rendering::Terminal).contains('\x1b'));
    let style = Style { colour: true, ..Style::default() };
    assert!(render(&report, Rendering::Terminal, &style).unwrap().contains("\x1b[31m"));
}

#[test]
fn long_lists_are_cut_and_say_so() {
    let mut report = sample::report();
    report.diagnostics = vec![report.diagnostics[0].clone(); 60];
    report.files = vec![report.files[2].clone(); 60];
    let text = text(&report, Rendering::Terminal);
    assert!(text.contains("… and 10 more"), "{text}");
    assert!(text.contains("60 files: 60 converted") && !text.contains("lib.py"), "{text}");
}

#[test]
fn the_page_is_whole_and_shows_nothing_as_markup() {
    let page = text(&sample::report(), Rendering::Html);
    for asset in ["http://", "https://", "src=", "<link", "<script"] {
        assert!(!page.contains(asset), "{asset}");
    }
    assert!(page.contains("&lt;script&gt;") && page.contains("mixed &lt;project&gt;"));
    assert!(page.contains("<mark>exec(code)</mark>  # &lt;b&gt;"), "{page}");
    // Every element that is opened is closed.
    let mut open: Vec<String> = Vec::new();
    for tag in page.split('<').skip(2).filter_map(|rest| rest.split(['>', ' ', '\n']).next()) {
        match tag.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop().as_deref(), Some(name)),
            None if ["meta", "br", "!doctype"].contains(&tag) => {}
            None => open.push(tag.to_string()),
        }
    }
    assert!(open.is_empty(), "{open:?}");
}

#[test]
fn json_is_the_model_and_its_keys_are_a_decision() {
    let report = sample::report();
    let json = text(&report, Rendering::Json);
    let back: Report = serde_json::from_str(&json).unwrap();
    assert_eq!(back, Report { sources: Default::default(), sides: Default::default(), ..report });
    let mut keys = BTreeSet::new();
    collect(&serde_json::from_str(&json).unwrap(), "", &mut keys);
    insta::assert_snapshot!(keys.into_iter().collect::<Vec<_>>().join("\n"));
}

fn collect(value: &serde_json::Value, path: &str, keys: &mut BTreeSet<String>) {
    match value {
        serde_json::Value::Object(entries) => {
            for (key, value) in entries {
                let path = format!("{path}.{key}");
                keys.insert(path.trim_start_matches('.').to_string());
                collect(value, &path, keys);
            }
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| collect(item, &format!("{path}[]"), keys)),
        _ => {}
    }
}

#[test]
fn findings_alone_can_be_rendered() {
    let report = sample::report();
    let style = Style { width: 80, ..Style::default() };
    let text = render_findings(&report.diagnostics[2..3], &report.sources, &style).unwrap();
    assert!(text.contains("tool.py:4:5") && text.contains("prog.c:1:5") && text.contains("called here"), "{text}");
}
