// 练习: shows the hints of the note at the top one by one beside their elements. Without it they all stand in the note. Uses only what Chromium 86 supports.
(function () {
  'use strict';

  var note = document.querySelector('[data-practice]');
  var hints = note ? Array.prototype.slice.call(note.querySelectorAll('li[data-at]')) : [];
  if (!note) { return; }
  var form = note.querySelector('form');
  var again = note.querySelector('[data-again]');
  var key = 'practice ' + note.getAttribute('data-practice') + ' ' + location.pathname;
  var reached = 0;
  var shown = -1;
  var bubble = null;
  var target = null;

  // How far one is on this page outlives a reload: a form may come back with faults.
  try { reached = Number(sessionStorage.getItem(key)) || 0; } catch (closed) { /* then it begins anew */ }
  function reach(i) {
    reached = i;
    try { sessionStorage.setItem(key, String(i)); } catch (closed) { /* then it begins anew */ }
  }

  function element(i) {
    var found = document.querySelector(hints[i].getAttribute('data-at'));
    return found && found.offsetParent !== null ? found : null;
  }

  function words(text, says) {
    var button = document.createElement('button');
    button.type = 'button';
    button.textContent = text;
    button.addEventListener('click', says);
    return button;
  }

  function focusOn(what) {
    var box = what.matches('input, select, textarea, button, a') ? what : what.querySelector('input, select, textarea, button, a');
    if (box) { box.focus(); } else { what.setAttribute('tabindex', '-1'); what.focus(); }
    what.scrollIntoView({ block: 'center' });
  }

  function close() {
    if (!bubble) { return; }
    var held = bubble.contains(document.activeElement);
    var from = target;
    bubble.remove();
    bubble = null;
    from.classList.remove('practised');
    Array.prototype.forEach.call(document.querySelectorAll('[aria-details=practice-bubble]'), function (one) { one.removeAttribute('aria-details'); });
    if (again) { again.hidden = false; }
    if (held) { focusOn(from); }
  }

  function rowOf(what) {
    return what.closest('.bar') || what.closest('.boxes, .form-grid') || what.closest('fieldset, table, .steps') || what;
  }

  // Below a box that lists what could be meant, the list would lie over the hint.
  function lists(what) { return what.matches('[list]') || (what.closest('.field') && what.closest('.field').querySelector('.matches')); }

  // The box of a grid before which the hint stands: the first one of the row of an element, or the first one after that row.
  function inGrid(grid, what, above) {
    var cells = Array.prototype.filter.call(grid.children, function (cell) { return cell.offsetParent !== null; });
    var its = cells.find(function (cell) { return cell.contains(what); });
    return cells.find(function (cell) { return above ? cell.offsetTop + cell.offsetHeight > its.offsetTop : cell.offsetTop >= its.offsetTop + its.offsetHeight; }) || null;
  }

  // In the flow of the page: it pushes aside what follows, so that it covers nothing. What concerns a bar that lies over the page stands at the top while that is in view.
  function place(what, moves) {
    var bar = what.closest('.bar');
    var grid = what.closest('.form-grid');
    var row = rowOf(what);
    var lies = bar && getComputedStyle(bar).position === 'sticky' && bar.getBoundingClientRect().bottom >= window.innerHeight - 1;
    if (lies && !moves && note.getBoundingClientRect().bottom > 0) {
      note.parentNode.insertBefore(bubble, note.nextSibling);
      bubble.classList.add('apart');
    } else if (bar || row.tagName === 'TABLE') {
      row.parentNode.insertBefore(bubble, row);
      bubble.classList.add('above');
    } else if (grid && grid !== what) {
      var above = !!lists(what);
      grid.insertBefore(bubble, inGrid(grid, what, above));
      bubble.classList.toggle('above', above);
    } else {
      row.parentNode.insertBefore(bubble, row.nextSibling);
    }
    // Its point is where the element is.
    var from = what.getBoundingClientRect().left - bubble.getBoundingClientRect().left;
    bubble.style.setProperty('--at', Math.max(24, Math.min(from + 24, bubble.offsetWidth - 40)) + 'px');
    if (!moves && !bubble.matches('.apart')) { bubble.scrollIntoView({ block: 'nearest' }); }
  }

  function show(from, moves) {
    close();
    var i = from;
    while (i < hints.length && !element(i)) { i++; }
    if (i >= hints.length) { return; }
    target = element(i);
    shown = i;
    bubble = document.createElement('div');
    bubble.className = 'bubble';
    bubble.id = 'practice-bubble';
    bubble.setAttribute('role', 'note');
    bubble.setAttribute('aria-label', '练习提示');
    var says = document.createElement('p');
    says.textContent = hints[i].textContent;
    says.setAttribute('role', 'status');
    bubble.appendChild(says);
    var last = hints[i].getAttribute('data-last') === 'yes';
    bubble.appendChild(words(last ? '办完了' : '下一步', function () {
      if (last) { form.querySelector('[name=returnUrl]').value = '/'; form.submit(); return; }
      reach(i + 1);
      show(i + 1, true);
    }));
    if (!last) { bubble.appendChild(words('不要了', end)); }
    place(target, moves);
    target.classList.add('practised');
    (target.matches('fieldset') ? target.querySelector('input') || target : target).setAttribute('aria-details', 'practice-bubble');
    if (again) { again.hidden = true; }
    if (moves) { focusOn(target); bubble.scrollIntoView({ block: 'nearest' }); }
  }

  // Ends it without leaving the page: nothing that was typed is lost.
  function end() {
    fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), credentials: 'same-origin', redirect: 'manual' }).then(function () {
      close();
      note.remove();
      hints = [];
    }, function () { form.submit(); });
  }

  form.addEventListener('submit', function (event) { event.preventDefault(); end(); });
  // Who works on is followed: the hint of the box, or else of the row, where he is.
  document.addEventListener('focusin', function (event) {
    if (!bubble || bubble.contains(event.target)) { return; }
    for (var i = hints.length - 1; i > shown; i--) {
      var there = element(i);
      if (there && (there.contains(event.target) || (rowOf(there) !== rowOf(target) && rowOf(there).contains(event.target)))) { reach(i); show(i, false); return; }
    }
  });
  document.addEventListener('keydown', function (event) { if (event.key === 'Escape' && bubble && !event.defaultPrevented) { close(); } });
  if (hints.length) {
    note.querySelector('ol').hidden = true;
    // After another way was taken, e.g. a refusal, there is nothing here that a hint is about.
    if (!hints.some(function (hint, i) { return element(i); })) { note.querySelector('[data-parts]').hidden = false; return; }
    again.hidden = false;
    again.addEventListener('click', function () { reach(0); show(0, true); });
    show(reached, false);
  }
})();
