"""How the page of a comparison looks, and the keys that lead from change to change."""

from __future__ import annotations

STYLE = """
:root { color-scheme: light dark; --paper: #fff; --ink: #1b1b1b; --faint: #666; --line: #c8c8c8; --shade: #f3f3f3;
  --ins: #d6f5d6; --del: #fbdada; --ink-ins: #0a4d0a; --ink-del: #7a1111; --link: #0b4f9e; }
@media (prefers-color-scheme: dark) { :root { --paper: #16181b; --ink: #e6e6e6; --faint: #a4a4a4; --line: #44484d;
  --shade: #212428; --ins: #12401a; --del: #4d1616; --ink-ins: #c9f2cc; --ink-del: #f5c9c9; --link: #8fbcf5; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 4rem; }
body { font: 17px/1.5 "Liberation Serif", "Times New Roman", serif; color: var(--ink); background: var(--paper);
  margin: 0 auto; max-width: 74rem; padding: 0 1rem 4rem; overflow-wrap: break-word; }
a { color: var(--link); } small { color: var(--faint); font-size: .8em; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.15rem; margin-top: 2rem; } h3 { font-size: 1rem; margin: 1.6rem 0 .4rem; }
p { margin: .3rem 0; } summary { cursor: pointer; }
input[name=view] { position: absolute; opacity: 0; }
label, .bar, .head, .cause, .front, .facts, .sections, summary { font: 14px/1.4 "Liberation Sans", Arial, sans-serif; }
label { display: inline-block; margin: .6rem .3rem 0 0; padding: .25rem .6rem; border: 1px solid var(--line);
  border-radius: .3rem; cursor: pointer; }
input:checked + label { background: var(--shade); font-weight: bold; }
input:focus-visible + label, .change:focus-visible { outline: 2px solid var(--link); }
.bar { position: sticky; top: 0; z-index: 1; display: flex; gap: 1rem; align-items: center; padding: .5rem 0;
  background: var(--paper); border-bottom: 1px solid var(--line); }
.bar a { text-decoration: none; } #at { color: var(--faint); white-space: nowrap; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid var(--line); padding: .3rem .5rem; text-align: left; vertical-align: top; }
.front th { width: 6rem; } .facts td:last-child { white-space: nowrap; }
.sections { padding-left: 1.2rem; } .sections li { margin: .2rem 0; }
ins { background: var(--ins); color: var(--ink-ins); text-decoration: underline; }
del { background: var(--del); color: var(--ink-del); text-decoration: line-through; }
.change { border-left: .25rem solid var(--line); padding: .2rem .8rem; margin: 1rem 0; break-inside: avoid; }
.change:target, .change:focus { background: var(--shade); }
.added { border-color: #2a7a2a; } .removed { border-color: #a33; } .changed, .split, .joined { border-color: #b8860b; }
.moved { border-color: #37b; } .look { border-color: #a2a; } .unseen, .heading .together, .heading .apart { font-weight: bold; }
.head { font-weight: bold; } .steps { float: right; } .steps a { margin-left: .6rem; text-decoration: none; }
.cause { margin: .2rem 0 .2rem 1rem; color: var(--faint); }
.same { color: var(--faint); } .note { border: 1px solid #b8860b; padding: .3rem .8rem; margin: .5rem 0; }
.wide { overflow-x: auto; margin: .3rem 0; } .row td { min-width: 7rem; }
.apart { display: none; }
#apart:checked ~ main .together { display: none; }
#apart:checked ~ main .apart { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1.5rem; }
#apart:checked ~ main .apart.rows { grid-template-columns: 1fr; }
@media (max-width: 640px) {
  body { padding: 0 .6rem 3rem; } .bar { justify-content: space-between; } .change { padding: .2rem .5rem; }
  #apart:checked ~ main .apart { grid-template-columns: 1fr; gap: .5rem; }
  .facts, .facts tbody, .facts tr, .facts td { display: block; border: 0; padding: .1rem 0; }
  .facts tr:first-child { display: none; }
  .facts tr { border-bottom: 1px solid var(--line); } .facts td:empty { display: none; }
  .facts td::before { content: attr(data-of) ": "; color: var(--faint); } .row td { min-width: 6rem; }
}
@media print {
  :root { --paper: #fff; --ink: #000; --faint: #444; --line: #999; --ins: #eee; --del: #fff; --ink-ins: #000; --ink-del: #000;
    --shade: #fff; --link: #000; }
  body { max-width: none; padding: 0; font-size: 11pt; } .bar, label, .steps, input { display: none; }
  ins { font-weight: bold; } .wide { overflow: visible; } h3 { break-after: avoid; }
}
"""

SCRIPT = """
const all = [...document.querySelectorAll('.change')], at = document.getElementById('at');
let now = -1;
function go(step) {
  if (!all.length) return;
  now = Math.max(0, Math.min(all.length - 1, now + step));
  all[now].focus({preventScroll: true});
  all[now].scrollIntoView({block: 'center'});
  at.textContent = (now + 1) + ' / ' + all.length;
}
document.addEventListener('focusin', e => { const n = all.indexOf(e.target.closest('.change')); if (n >= 0) now = n; });
document.addEventListener('keydown', e => {
  if (e.ctrlKey || e.metaKey || e.altKey) return;
  const step = {KeyJ: 1, KeyN: 1, KeyK: -1, KeyP: -1}[e.code];
  if (step) { e.preventDefault(); go(step); }
  if (e.code === 'KeyS') document.querySelector('input[name=view]:not(:checked)').checked = true;
});
for (const [id, step] of [['on', 1], ['back', -1]]) {
  const link = document.getElementById(id);
  if (link) link.addEventListener('click', e => { e.preventDefault(); go(step); });
}
"""
