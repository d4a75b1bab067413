// 全选、全不选、今天新发的、没贴过的 without a round trip, and the number of sheets kept right; without this script they are links.
(function () {
  'use strict';

  var tally = document.querySelector('[data-tally]');
  if (!tally) { return; }
  var form = tally.closest('form');
  var boxes = Array.prototype.slice.call(form.querySelectorAll('input[name=ids]'));
  var links = Array.prototype.slice.call(form.querySelectorAll('a[data-tick]'));
  if (boxes.length === 0) { return; }

  function count() {
    var ticked = boxes.filter(function (box) { return box.checked; }).length;
    var places = Number(tally.getAttribute('data-places'));
    var first = form.querySelector('[name="Input.FirstPlace"]');
    var start = first ? Number(first.value) : 1;
    var before = start >= 1 && start <= places ? start - 1 : 0;
    var figures = tally.querySelectorAll('.figure');
    figures[0].textContent = ticked;
    figures[1].textContent = ticked === 0 ? 0 : Math.ceil((before + ticked) / places);
  }

  function wants(box, kind) {
    if (kind === '') { return true; }
    return kind !== 'none' && (' ' + box.getAttribute('data-kinds') + ' ').indexOf(' ' + kind + ' ') >= 0;
  }

  links.forEach(function (link) {
    link.addEventListener('click', function (event) {
      if (event.ctrlKey || event.metaKey || event.shiftKey) { return; }
      event.preventDefault();
      boxes.forEach(function (box) { box.checked = wants(box, link.getAttribute('data-tick')); });
      mark(link);
      count();
    });
  });

  form.addEventListener('change', function (event) {
    if (event.target.name === 'ids') { mark(null); }
    count();
  });

  function mark(chosen) {
    links.forEach(function (link) {
      if (link === chosen) { link.setAttribute('aria-current', 'true'); } else { link.removeAttribute('aria-current'); }
    });
  }
}());
