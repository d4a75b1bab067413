// For all pages; they work without it. Uses only what Chromium 86 supports.
(function () {
  'use strict';

  var boxes = 'input:not([type=hidden]):not([disabled]), select:not([disabled]), textarea:not([disabled])';

  function stops(form) {
    var seen = {};
    return Array.prototype.filter.call(form.querySelectorAll(boxes + ', button.main, button[data-key]:not([tabindex="-1"])'), function (box) {
      if (box.offsetParent === null || box.closest('details:not([open])')) { return false; }
      // A group of radio buttons counts once: the chosen one, or the first.
      if (box.type !== 'radio') { return true; }
      var chosen = form.querySelector('input[type=radio][name="' + box.name + '"]:checked');
      if (seen[box.name] || (chosen && chosen !== box)) { return false; }
      seen[box.name] = true;
      return true;
    });
  }

  // data-skip-if="NAME=VALUE": nothing is asked here while the named field has that value. data-filled: filled in by the program.
  // Enter passes both; Tab does not.
  function isPassed(form, box) {
    var condition = (box.getAttribute('data-skip-if') || '').split('=');
    if (condition.length === 2) {
      var other = form.elements[condition[0]];
      if (other && other.value.trim() === condition[1]) { return true; }
    }
    if (box.type !== 'radio') { return box.hasAttribute('data-filled'); }
    var chosen = form.querySelector('input[type=radio][name="' + box.name + '"]:checked');
    return !!chosen && chosen.hasAttribute('data-filled');
  }

  function moveOn(form, from) {
    var all = stops(form);
    var at = all.findIndex(function (box) { return box === from || (from.type === 'radio' && box.name === from.name); });
    var next = all.slice(at + 1).find(function (box) { return !isPassed(form, box); });
    if (next) {
      next.focus();
      if (next.select && /text|tel|search|number/.test(next.type)) { next.select(); }
    }
  }

  // Enter moves to the next field and does not submit an incomplete form.
  document.addEventListener('keydown', function (event) {
    var box = event.target;
    var form = box.form;
    if (event.key !== 'Enter' || event.isComposing || !form || !form.hasAttribute('data-enter-moves')) { return; }
    if (box.tagName === 'TEXTAREA' || box.tagName === 'BUTTON') { return; }
    event.preventDefault();
    moveOn(form, box);
  });

  // In a radio group the keys 1, 2, 3 … choose an answer and move on.
  document.addEventListener('keydown', function (event) {
    var group = event.target.closest && event.target.closest('.pick');
    if (!group || event.ctrlKey || event.altKey || event.metaKey) { return; }
    var digit = (event.code || '').replace(/^(Digit|Numpad)/, '');
    var radio = /^[1-9]$/.test(digit) ? group.querySelector('input[data-choice="' + digit + '"]') : null;
    if (!radio) { return; }
    event.preventDefault();
    radio.checked = true;
    radio.dispatchEvent(new Event('input', { bubbles: true }));
    radio.dispatchEvent(new Event('change', { bubbles: true }));
    if (radio.form && radio.form.hasAttribute('data-enter-moves')) { moveOn(radio.form, radio); } else { radio.focus(); }
  });

  // An answered group is no longer marked as open.
  document.addEventListener('change', function (event) {
    var group = event.target.closest && event.target.closest('.pick');
    if (group) { group.classList.remove('open'); }
  });

  // A form that begins with what was known or typed before: the cursor goes to the first field that is open and has to be answered.
  Array.prototype.forEach.call(document.querySelectorAll('form[data-prefilled]'), function (form) {
    Array.prototype.forEach.call(form.querySelectorAll('input[type=text], input[type=radio]:checked'), function (box) {
      if (box.value) { box.setAttribute('data-filled', ''); }
    });
    var open = stops(form).find(function (box) {
      return box.tagName === 'INPUT' && (box.type === 'text' || box.type === 'radio') && !box.hasAttribute('data-optional') && !(box.type === 'radio' ? box.checked : box.value) && !isPassed(form, box);
    });
    if (!open) { return; }
    open.focus();
    // The browser may still move the cursor to the field with autofocus; once a key was pressed, it stays where the typist is.
    var typed = false;
    document.addEventListener('keydown', function () { typed = true; }, true);
    window.addEventListener('load', function () { if (!typed) { open.focus(); } });
  });
  document.addEventListener('input', function (event) { if (event.isTrusted && event.target.removeAttribute) { event.target.removeAttribute('data-filled'); } });

  // data-key="Alt+N" is a keyboard shortcut; it is shown on the button by this script, since it only works with it.
  function showKeys(part) {
    Array.prototype.forEach.call(part.querySelectorAll('[data-key]'), function (button) {
      if (button.querySelector('kbd')) { return; }
      var key = document.createElement('kbd');
      key.textContent = button.getAttribute('data-key');
      button.appendChild(key);
      button.setAttribute('aria-keyshortcuts', key.textContent);
    });
  }
  showKeys(document);
  // Dispatched by scripts that put further buttons into the page.
  document.addEventListener('buttonsadded', function (event) { showKeys(event.target); });
  document.addEventListener('keydown', function (event) {
    Array.prototype.forEach.call(document.querySelectorAll('[data-key]'), function (button) {
      var parts = button.getAttribute('data-key').split('+');
      var key = parts[parts.length - 1];
      var same = event.code === 'Key' + key || event.code === 'Digit' + key || event.key === key;
      if (same && event.altKey === (parts.indexOf('Alt') >= 0) && event.ctrlKey === (parts.indexOf('Ctrl') >= 0) && !button.disabled) {
        event.preventDefault();
        button.click();
      }
    });
  });

  // A cascade of lists loads the next list when an option is chosen.
  document.addEventListener('change', function (event) {
    var form = event.target.form;
    if (!form || !form.hasAttribute('data-cascade')) { return; }
    var id = event.target.id;
    fetch(form.getAttribute('action') + '?' + new URLSearchParams(new FormData(form)), { credentials: 'same-origin' })
      .then(function (answer) { return answer.text(); })
      .then(function (text) {
        var fresh = new DOMParser().parseFromString(text, 'text/html').querySelector('form[data-cascade]');
        if (fresh) {
          form.innerHTML = fresh.innerHTML;
          var box = document.getElementById(id);
          if (box) { box.focus(); }
        }
      });
  });

  // Prevents double submission: a form is posted once within five seconds.
  document.addEventListener('submit', function (event) {
    if (event.target.hasAttribute('data-sent')) { event.preventDefault(); return; }
    if (event.target.method === 'post') {
      event.target.setAttribute('data-sent', '');
      setTimeout(function () { event.target.removeAttribute('data-sent'); }, 5000);
    }
  });

  // Warns before the session expires. Activity on the page renews the session, at most once a minute.
  var idle = document.querySelector('[data-idle]');
  if (idle) {
    var says = idle.querySelector('p');
    var again = idle.querySelector('button');
    var left = Number(idle.getAttribute('data-idle')) * 1000;
    var early = Number(idle.getAttribute('data-warning')) * 1000;
    var asked = Date.now();
    var tried = asked;
    var before = null;
    var heard = function () {
      var there = document.activeElement === again;
      asked = Date.now();
      idle.hidden = true;
      again.hidden = false;
      if (there && before) { before.focus(); }
    };
    var stayAwake = function () {
      return fetch(idle.getAttribute('data-awake-url'), { credentials: 'same-origin', cache: 'no-store', redirect: 'manual' }).then(function (answer) {
        if (answer.status !== 204) { throw new Error('signed out'); }
        heard();
        // The other windows of this browser share the session.
        try { localStorage.setItem('awake', String(asked)); } catch (full) { /* then each window renews it by itself */ }
      });
    };
    ['keydown', 'input', 'pointerdown'].forEach(function (kind) {
      document.addEventListener(kind, function () {
        if (Date.now() - Math.max(asked, tried) < 60000) { return; }
        tried = Date.now();
        stayAwake().catch(function () { /* the page says so when the session has expired */ });
      }, true);
    });
    window.addEventListener('storage', function (event) { if (event.key === 'awake') { heard(); } });
    try { localStorage.setItem('awake', String(asked)); } catch (full) { /* then each window renews it by itself */ }
    again.addEventListener('click', function () {
      stayAwake().catch(function () { asked = 0; });
      if (before) { before.focus(); }
    });
    setInterval(function () {
      var quiet = Date.now() - asked;
      if (quiet >= left) {
        idle.hidden = false;
        again.hidden = true;
        says.textContent = '登录已过期。填的还在：交上去的时候先登录一次，再接着办。';
      } else if (quiet >= left - early && idle.hidden) {
        before = document.activeElement;
        idle.hidden = false;
        again.focus();
      }
    }, 1000);
  }

  // On sign-out, clears what was typed in forms; a page restored by the Back button is reloaded.
  document.addEventListener('submit', function (event) {
    if (!event.target.hasAttribute('data-leaves')) { return; }
    Array.prototype.forEach.call(document.forms, function (form) { if (form !== event.target) { form.reset(); } });
    try { sessionStorage.clear(); } catch (closed) { /* then nothing is stored there */ }
  });
  window.addEventListener('pageshow', function (event) { if (event.persisted) { location.reload(); } });

  var summary = document.querySelector('.summary');
  if (summary) { summary.focus(); }
})();
