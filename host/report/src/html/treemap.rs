//! The files of a project as areas: as large as they are long, coloured by what became of them.
//!
//! Squarified as Bruls, Huizing and van Wijk (2000) do it: rows are filled along the shorter side as long as their worst aspect ratio
//! gets better.

use super::write::escape;
use crate::words::{self, many};
use batuta_pipeline::Report;
use batuta_pipeline::report::{FileReport, FileStatus};
use std::collections::BTreeMap;
use std::fmt::{self, Write};

const WIDTH: f64 = 1000.0;
const HEIGHT: f64 = 320.0;
/// A label is written where it fits.
const CHARACTER: f64 = 7.5;
const LABEL_HEIGHT: f64 = 16.0;

/// A rectangle: left, top, width, height.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Area {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

/// The picture, with a legend; an area leads to the file's place in the page where `anchors` has one.
pub(super) fn html(out: &mut String, report: &Report, anchors: &BTreeMap<&str, String>) -> fmt::Result {
    let mut files: Vec<&FileReport> =
        report.files.iter().filter(|file| file.status != FileStatus::Skipped && file.lines > 0).collect();
    if files.len() < 2 {
        return Ok(());
    }
    files.sort_by(|a, b| b.lines.cmp(&a.lines).then_with(|| a.source.cmp(&b.source)));
    let sizes: Vec<f64> = files.iter().map(|file| f64::from(file.lines)).collect();
    let areas = squarify(&sizes, Area { x: 0.0, y: 0.0, width: WIDTH, height: HEIGHT });
    writeln!(
        out,
        "<svg class=\"treemap\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"group\" aria-label=\"Files by length and by what became of them; the table below has them all\">"
    )?;
    for (file, area) in files.iter().zip(areas) {
        let (word, paint) = words::status(file.status);
        let title = title(file, word);
        let anchor = anchors.get(file.source.as_str());
        match anchor {
            Some(id) => write!(out, "<a href=\"#{id}\">")?,
            None => out.push_str("<g>"),
        }
        write!(
            out,
            "<rect class=\"{}\" x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{:.1}\"></rect><title>{title}</title>",
            super::write::class(paint),
            area.x,
            area.y,
            area.width,
            area.height
        )?;
        label(out, file, area)?;
        out.push_str(if anchor.is_some() { "</a>\n" } else { "</g>\n" });
    }
    out.push_str("</svg>\n");
    legend(out, &files)
}

fn title(file: &FileReport, word: &str) -> String {
    let mut parts = vec![many(file.lines as usize, "line"), word.to_owned()];
    if file.refusals > 0 {
        parts.push(many(file.refusals as usize, "refusal"));
    }
    parts.extend(shares(file));
    escape(&format!("{}: {}", file.source, parts.join(", ")))
}

/// What the plugin counted, as shares: dynamic expressions, functions with `unsafe`.
pub(super) fn shares(file: &FileReport) -> Vec<String> {
    let count = |name: &str| file.counts.get(name).copied();
    let share = |part: &str, whole: &str, words: &str| {
        let (part, whole) = (count(part)?, count(whole).filter(|whole| *whole > 0)?);
        Some(format!("{:.0} % {words}", 100.0 * part as f64 / whole as f64))
    };
    let all = [
        share("expressions-dynamic", "expressions", "dynamic expressions"),
        share("functions-unsafe", "functions", "functions with unsafe"),
    ];
    all.into_iter().flatten().collect()
}

fn label(out: &mut String, file: &FileReport, area: Area) -> fmt::Result {
    let name = file.source.rsplit('/').next().unwrap_or(&file.source);
    let fits = (area.width - 8.0) / CHARACTER;
    if area.height < LABEL_HEIGHT + 4.0 || fits < name.chars().count() as f64 {
        return Ok(());
    }
    write!(out, "<text x=\"{:.1}\" y=\"{:.1}\">{}</text>", area.x + 5.0, area.y + LABEL_HEIGHT, escape(name))
}

fn legend(out: &mut String, files: &[&FileReport]) -> fmt::Result {
    out.push_str("<p class=\"legend\">");
    let mut seen: Vec<&str> = Vec::new();
    for file in files {
        let (word, paint) = words::status(file.status);
        if !seen.contains(&word) {
            seen.push(word);
            let number = files.iter().filter(|other| other.status == file.status).count();
            write!(
                out,
                "<span class=\"{}\">■ {}</span> ",
                super::write::class(paint),
                escape(&format!("{word}: {number}"))
            )?;
        }
    }
    out.push_str("</p>\n");
    Ok(())
}

/// Areas for sizes that are in falling order, filling `area`.
fn squarify(sizes: &[f64], area: Area) -> Vec<Area> {
    let total: f64 = sizes.iter().sum();
    let scale = area.width * area.height / total;
    let sizes: Vec<f64> = sizes.iter().map(|size| size * scale).collect();
    let (mut rest, mut at, mut out) = (area, 0, Vec::with_capacity(sizes.len()));
    while at < sizes.len() {
        let side = rest.width.min(rest.height);
        let mut end = at + 1;
        while end < sizes.len() && worst(&sizes[at..=end], side) <= worst(&sizes[at..end], side) {
            end += 1;
        }
        rest = row(&sizes[at..end], rest, &mut out);
        at = end;
    }
    out
}

/// The worst aspect ratio of a row along a side.
fn worst(row: &[f64], side: f64) -> f64 {
    let sum: f64 = row.iter().sum();
    let (least, most) =
        row.iter().fold((f64::INFINITY, 0.0f64), |(least, most), size| (least.min(*size), most.max(*size)));
    (side * side * most / (sum * sum)).max(sum * sum / (side * side * least))
}

/// Lay a row along the shorter side; gives what is left.
fn row(row: &[f64], rest: Area, out: &mut Vec<Area>) -> Area {
    let sum: f64 = row.iter().sum();
    let wide = rest.width >= rest.height;
    let depth = if wide { sum / rest.height } else { sum / rest.width };
    let mut at = 0.0;
    for size in row {
        let length = size / depth;
        out.push(if wide {
            Area { x: rest.x, y: rest.y + at, width: depth, height: length }
        } else {
            Area { x: rest.x + at, y: rest.y, width: length, height: depth }
        });
        at += length;
    }
    if wide {
        Area { x: rest.x + depth, width: rest.width - depth, ..rest }
    } else {
        Area { y: rest.y + depth, height: rest.height - depth, ..rest }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_are_in_proportion_and_fill_the_whole() {
        let sizes = [6.0, 6.0, 4.0, 3.0, 2.0, 2.0, 1.0];
        let areas = squarify(&sizes, Area { x: 0.0, y: 0.0, width: 6.0, height: 4.0 });
        for (size, area) in sizes.iter().zip(&areas) {
            assert!((area.width * area.height - size).abs() < 1e-9, "{size} {area:?}");
            assert!(
                area.x >= 0.0 && area.y >= 0.0 && area.x + area.width < 6.0 + 1e-9 && area.y + area.height < 4.0 + 1e-9
            );
        }
        // The example of the paper: the first two lie above each other on the left.
        assert_eq!((areas[0].x, areas[1].x), (0.0, 0.0));
        assert!((areas[0].width - 3.0).abs() < 1e-9 && (areas[1].y - 2.0).abs() < 1e-9);
    }
}
