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
