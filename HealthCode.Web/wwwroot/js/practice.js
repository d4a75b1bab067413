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
    return what.closest('.bar') || what.closest('.boxes') || what.closest('fieldset, table, .steps') || what;
  }

  // In the flow of the page: it pushes aside what follows, so that it covers nothing.
  function place(what) {
    var bar = what.closest('.bar');
    var row = rowOf(what);
    if (bar || row.tagName === 'TABLE') {
      row.parentNode.insertBefore(bubble, row);
      bubble.classList.add('above');
      if (bar && getComputedStyle(bar).position === 'sticky') {
        bubble.classList.add('stays');
        bubble.style.bottom = (bar.offsetHeight + 12) + 'px';
      }
    } else {
      row.parentNode.insertBefore(bubble, row.nextSibling);
    }
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
    place(target);
    target.classList.add('practised');
    (target.matches('fieldset') ? target.querySelector('input') || target : target).setAttribute('aria-details', 'practice-bubble');
    if (again) { again.hidden = true; }
    if (moves) { focusOn(target); }
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
  // Who works on is followed: the hint of the row where he is.
  document.addEventListener('focusin', function (event) {
    if (!bubble || bubble.contains(event.target)) { return; }
    for (var i = hints.length - 1; i > shown; i--) {
      var there = element(i);
      if (there && rowOf(there) !== rowOf(target) && rowOf(there).contains(event.target)) { reach(i); show(i, false); return; }
    }
  });
  document.addEventListener('keydown', function (event) { if (event.key === 'Escape' && bubble) { close(); } });
  if (hints.length) {
    note.querySelector('ol').hidden = true;
    again.hidden = false;
    again.addEventListener('click', function () { reach(0); show(0, true); });
    show(reached, false);
  }
})();
