// Lines that belong together are marked together. Without this the links still work.
for (const box of document.querySelectorAll('.sides')) {
  const mark = (event) => {
    const line = event.target.closest('.line');
    for (const old of box.querySelectorAll('.together')) old.classList.remove('together');
    if (line === null) return;
    const from = line.dataset.from ?? line.id;
    document.getElementById(from)?.classList.add('together');
    for (const other of box.querySelectorAll(`[data-from="${from}"]`)) other.classList.add('together');
  };
  box.addEventListener('mouseover', mark);
  box.addEventListener('focusin', mark);
}
const open = () => {
  const target = document.getElementById(location.hash.slice(1));
  const details = target?.closest('details');
  if (details) {
    details.open = true;
    target.scrollIntoView({ block: 'center' });
  }
};
addEventListener('hashchange', open);
open();
