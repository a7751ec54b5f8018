//! One page of scores out of runs over one corpus each.

/// `old` with the row and the section of the one corpus that `new` is about.
pub fn merge(old: &str, new: &str) -> String {
    let (head, row, section) = parts(new);
    let title = key(&row);
    let (_, old_rows, old_sections) = split(old);
    let mut rows: Vec<String> = old_rows;
    replace(&mut rows, row, |row| key(row) == title);
    let mut sections = old_sections;
    let line = heading(&section).to_owned();
    replace(&mut sections, section, |section| heading(section) == line);
    format!("{head}{}{}", rows.concat(), sections.concat())
}

fn replace(items: &mut Vec<String>, item: String, same: impl Fn(&str) -> bool) {
    match items.iter_mut().find(|known| same(known)) {
        Some(known) => *known = item,
        None => items.push(item),
    }
}

fn heading(section: &str) -> &str {
    section.trim_start().lines().next().unwrap_or_default()
}

fn key(row: &str) -> String {
    row.split('|').nth(1).unwrap_or_default().trim().to_owned()
}

/// A page of one corpus: everything up to the rows, the row, the section.
fn parts(page: &str) -> (String, String, String) {
    let (head, mut rows, mut sections) = split(page);
    (head, rows.pop().unwrap_or_default(), sections.pop().unwrap_or_default())
}

/// Everything up to the rows, the rows, the sections with the empty lines before them.
fn split(page: &str) -> (String, Vec<String>, Vec<String>) {
    let rule = page.find("|---").and_then(|at| Some(at + page[at..].find('\n')? + 1)).unwrap_or(0);
    let (head, rest) = page.split_at(rule);
    let table = rest.find("\n## ").unwrap_or(rest.len());
    let (table, body) = rest.split_at(table);
    let rows = table.lines().filter(|line| line.starts_with('|')).map(|line| format!("{line}\n")).collect();
    let sections = body.split("\n## ").skip(1).map(|text| format!("\n## {text}")).collect();
    (head.to_owned(), rows, sections)
}
