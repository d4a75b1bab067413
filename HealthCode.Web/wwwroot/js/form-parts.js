// 录入, alone or for a household: saves drafts, checks what was typed, finds people of the roster, shows the coverage of the past days,
// offers the divisions of an address. The forms work without this file.
(function () {
  'use strict';

  var form = document.querySelector('form[data-divisions-url]');
  if (!form) { return; }

  // --- drafts: saved 1.2 s after the last input, and at the latest 2.8 s after the first.
  var draftUrl = form.getAttribute('data-draft-url');
  var state = document.getElementById('draft-state');
  var pause = null;
  var latest = null;
  var touched = false;

  // The bar at the bottom keeps its height: a long sentence stands beside the form.
  var trouble = document.getElementById('draft-trouble');
  function say(text, wrong) {
    if (trouble) {
      trouble.hidden = !wrong;
      if (wrong && trouble.textContent !== text) { trouble.textContent = text; }
    }
    if (!state) { return; }
    state.textContent = wrong && trouble ? '草稿没有存上' : text;
    state.className = wrong ? 'error' : 'hint';
  }

  function keep() {
    clearTimeout(pause); clearTimeout(latest); pause = latest = null;
    if (!draftUrl || !touched) { return; }
    fetch(draftUrl, { method: 'POST', body: new FormData(form), credentials: 'same-origin', redirect: 'manual' }).then(function (answer) {
      if (!answer.ok) { throw new Error(String(answer.status || 'signed out')); }
      return answer.status === 204 ? null : answer.json();
    }).then(function (kept) {
      if (!kept) { say('居民资料已经销毁，草稿没有存。', true); return; }
      if (kept.refused) { say(kept.refused, true); return; }
      say('已保存 ' + kept.savedAt);
    }).catch(function (fault) {
      if (/signed out|401|0/.test(fault.message)) {
        say('登录已过期。请在新窗口重新登录，这一页不要关，写的内容都在。', true);
      } else {
        say('草稿暂时没有存上，正在重试。', true);
      }
      latest = setTimeout(keep, 3000);
    });
  }

  form.addEventListener('input', function () {
    touched = true;
    clearTimeout(pause);
    pause = setTimeout(keep, 1200);
    if (!latest) { latest = setTimeout(keep, 2800); }
  });
  form.addEventListener('submit', function () { touched = false; clearTimeout(pause); clearTimeout(latest); });

  // --- the whole form is checked each time a field has been filled in
  var checkUrl = form.getAttribute('data-check-url');
  var checks = 0;

  function boxes(name) { return Array.prototype.slice.call(form.querySelectorAll('[name="' + name + '"]')).filter(function (box) { return box.type !== 'hidden'; }); }

  function isFilled(group) { return group.some(function (box) { return box.type === 'radio' || box.type === 'checkbox' ? box.checked : box.value.trim(); }); }

  // Writes a value that follows from others, unless the field says something else already.
  function fill(name, value, typed) {
    var group = boxes(name);
    if (!group.length) { return; }
    if (group[0].type === 'radio') {
      var radio = group.find(function (box) { return box.value === value; });
      if (!radio || group.some(function (box) { return box.checked; })) { return; }
      radio.checked = true;
      radio.setAttribute('data-filled', '');
      radio.dispatchEvent(new Event('change', { bubbles: true }));
      return;
    }
    if (group[0].value && group[0].value !== typed) { return; }
    group[0].value = value;
    if (!typed) { group[0].setAttribute('data-filled', ''); }
    group[0].dispatchEvent(new Event('input', { bubbles: true }));
  }

  // Connects a field with the sentence about it, besides its hint.
  function describe(box, id, isWrong) {
    var ids = (box.getAttribute('aria-describedby') || '').split(' ').filter(function (each) { return each && each !== id; });
    if (isWrong) { ids.push(id); }
    if (ids.length) { box.setAttribute('aria-describedby', ids.join(' ')); } else { box.removeAttribute('aria-describedby'); }
    if (isWrong) { box.setAttribute('aria-invalid', 'true'); } else { box.removeAttribute('aria-invalid'); }
  }

  function showFaults(list) {
    Array.prototype.forEach.call(form.querySelectorAll('.error[data-live]'), function (old) {
      old.parentNode.classList.remove('field-wrong');
      boxes(old.getAttribute('data-live')).forEach(function (box) { describe(box, old.id, false); });
      old.remove();
    });
    Array.prototype.forEach.call(list, function (fault) {
      var name = fault.getAttribute('data-for');
      var group = boxes(name);
      // What is still empty is asked for when the form is saved; what is being typed is not finished.
      if (!group.length || !isFilled(group) || group.indexOf(document.activeElement) >= 0) { return; }
      var field = group[0].closest('.field, .pick, .choice');
      if (!field || field.querySelector('.error')) { return; }
      var sentence = document.createElement('p');
      sentence.className = 'error';
      sentence.id = group[0].id + '_live';
      sentence.setAttribute('data-live', name);
      sentence.textContent = fault.textContent;
      field.appendChild(sentence);
      field.classList.add('field-wrong');
      group.forEach(function (box) { describe(box, sentence.id, true); });
    });
  }

  function check() {
    if (!checkUrl) { return; }
    var number = ++checks;
    var posted = new FormData(form);
    fetch(checkUrl, { method: 'POST', body: posted, credentials: 'same-origin', redirect: 'manual' }).then(function (answer) {
      if (!answer.ok || answer.status === 204) { throw new Error(String(answer.status || 'signed out')); }
      return answer.text();
    }).then(function (text) {
      if (number !== checks) { return; }
      var said = new DOMParser().parseFromString(text, 'text/html');
      Array.prototype.forEach.call(said.querySelectorAll('[data-fills] li'), function (item) {
        fill(item.getAttribute('data-for'), item.textContent, posted.get(item.getAttribute('data-for')));
      });
      showFaults(said.querySelectorAll('[data-faults] li'));
      form.dispatchEvent(new CustomEvent('checked', { detail: said }));
    }).catch(function () { /* Checked again at the next change; saving checks everything anyway. */ });
  }

  form.addEventListener('change', function (event) { if (event.isTrusted || event.target.type === 'radio') { setTimeout(check, 0); } });
  if (isFilled(boxes('Input.DocumentNumber'))) { check(); }
  // A sentence about a field that is being corrected goes as soon as its text changes.
  form.addEventListener('input', function (event) {
    var field = event.isTrusted && event.target.closest('.field');
    var said = field && field.querySelector('.error[data-live]');
    if (said) { said.remove(); field.classList.remove('field-wrong'); describe(event.target, said.id, false); }
  });

  // --- data-fill-if="NAME=VALUE" data-fill="TEXT": what follows from an answer at once
  form.addEventListener('change', function (event) {
    Array.prototype.forEach.call(form.querySelectorAll('[data-fill-if]'), function (box) {
      var condition = box.getAttribute('data-fill-if').split('=');
      if (event.target.name !== condition[0]) { return; }
      var text = box.getAttribute('data-fill');
      if (event.target.value === condition[1]) { if (!box.value) { box.value = text; box.setAttribute('data-filled', ''); } }
      else if (box.hasAttribute('data-filled') && box.value === text) { box.value = ''; box.removeAttribute('data-filled'); }
    });
  });

  // --- data-same-as="NAME": a button that takes over the text of another field
  Array.prototype.forEach.call(form.querySelectorAll('[data-same-as]'), function (box) {
    var button = document.createElement('button');
    button.type = 'button';
    button.className = 'quiet same';
    button.textContent = '同上';
    button.tabIndex = -1;
    button.setAttribute('data-key', box.getAttribute('data-same-key'));
    button.addEventListener('click', function () {
      var above = boxes(box.getAttribute('data-same-as'))[0];
      if (!above || !above.value.trim()) { (above || box).focus(); return; }
      box.value = above.value.trim();
      box.dispatchEvent(new Event('input', { bubbles: true }));
      box.focus();
      setTimeout(check, 0);
    });
    box.closest('.field').classList.add('with-same');
    box.closest('.field').appendChild(button);
    box.closest('.field').dispatchEvent(new Event('buttonsadded', { bubbles: true }));
  });

  // --- people of the roster whom the text in the name field finds
  var matchesUrl = form.getAttribute('data-matches-url');
  var nameBox = matchesUrl && boxes('Input.Name')[0];
  if (nameBox) {
    var matches = document.createElement('div');
    matches.className = 'matches drop';
    matches.hidden = true;
    matches.setAttribute('role', 'group');
    matches.setAttribute('aria-label', '名册里的人，按向下键选');
    nameBox.closest('.field').appendChild(matches);
    var asking = null;
    var askedFor = '';
    var look = function () {
      var text = nameBox.value.trim();
      if (text === askedFor) { return; }
      askedFor = text;
      // One Chinese character, two letters or four digits.
      if (!/[^\x00-\x7f]/.test(text) && !/^[a-z]{2,}$/i.test(text) && !/^[0-9]{4,}[0-9xX]*$/.test(text)) { matches.hidden = true; return; }
      fetch(matchesUrl, { method: 'POST', body: new FormData(form), credentials: 'same-origin', redirect: 'manual' }).then(function (answer) {
        if (!answer.ok) { throw new Error(String(answer.status)); }
        return answer.text();
      }).then(function (html) {
        if (text !== nameBox.value.trim()) { return; }
        matches.innerHTML = html;
        matches.hidden = !matches.querySelector('button') || document.activeElement !== nameBox;
      }).catch(function () { matches.hidden = true; });
    };
    nameBox.addEventListener('input', function (event) {
      clearTimeout(asking);
      if (!event.isComposing) { asking = setTimeout(look, 150); }
    });
    nameBox.addEventListener('compositionend', function () { clearTimeout(asking); asking = setTimeout(look, 150); });
    nameBox.closest('.field').addEventListener('keydown', function (event) {
      if (matches.hidden || event.isComposing) { return; }
      var all = Array.prototype.slice.call(matches.querySelectorAll('button'));
      var at = all.indexOf(document.activeElement);
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        var next = at + (event.key === 'ArrowDown' ? 1 : -1);
        (all[next] || nameBox).focus();
      } else if (event.key === 'Escape') {
        event.preventDefault();
        nameBox.focus();
        matches.hidden = true;
      }
    });
    document.addEventListener('focusin', function (event) { if (!nameBox.closest('.field').contains(event.target)) { matches.hidden = true; } });
  }

  // --- shows which of the required days the stays cover, which are missing, which are covered twice
  function day(text, today) {
    var digits = (text || '').replace(/[０-９]/g, function (d) { return String.fromCharCode(d.charCodeAt(0) - 0xFEE0); });
    var found = /^\s*(\d{4})\D?(\d{1,2})\D?(\d{1,2})\D*$/.exec(digits) || /^\s*()(\d{1,2})[-./月](\d{1,2})日?\s*$/.exec(digits);
    if (!found) { return null; }
    var year = found[1] ? Number(found[1]) : today.getUTCFullYear();
    var date = new Date(Date.UTC(year, Number(found[2]) - 1, Number(found[3])));
    if (!found[1] && date - today > 183 * 86400000) { date.setUTCFullYear(year - 1); }
    return date.getUTCMonth() === Number(found[2]) - 1 ? date : null;
  }

  function isBefore(one, other) { return (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0; }

  function watch(stays) {
    var coverage = stays.nextElementSibling;
    var today = day(stays.getAttribute('data-today'), new Date());
    var days = Number(stays.getAttribute('data-days'));

    function draw() {
      var rows = Array.prototype.map.call(stays.querySelectorAll('.stay'), function (row) {
        var inputs = row.querySelectorAll('input');
        return { first: day(inputs[1].value, today), last: inputs[2].value.trim() ? day(inputs[2].value, today) : today };
      }).filter(function (row) { return row.first && row.last; });
      coverage.textContent = '';
      if (!rows.length) { return; }
      var open = 0;
      for (var back = days; back >= 1; back--) {
        var at = new Date(today.getTime() - back * 86400000);
        var count = rows.filter(function (row) { return row.first <= at && at <= row.last; }).length;
        var cell = document.createElement('span');
        cell.className = count === 0 ? 'gap' : count > 1 ? 'double' : 'covered';
        cell.textContent = at.getUTCDate();
        cell.title = (at.getUTCMonth() + 1) + '月' + at.getUTCDate() + '日' + (count === 0 ? '：没有填住处' : count > 1 ? '：两处' : '');
        coverage.appendChild(cell);
        if (count === 0) { open++; }
      }
      var words = document.createElement('span');
      words.className = 'words';
      words.textContent = '前 ' + days + (open ? ' 天里有 ' + open + ' 天没有填住处，请问一问' : ' 天都填了');
      coverage.appendChild(words);
    }

    function addRow() {
      var all = stays.querySelectorAll('.stay');
      var last = all[all.length - 1];
      if (!last.querySelector('input').value) { return; }
      var row = last.cloneNode(true);
      row.innerHTML = row.innerHTML.replace(/Stays\[\d+\]/g, 'Stays[' + all.length + ']').replace(/Stays_\d+__/g, 'Stays_' + all.length + '__').replace(/地址 \d+/, '地址 ' + (all.length + 1));
      Array.prototype.forEach.call(row.querySelectorAll('input'), function (input) { input.value = ''; input.removeAttribute('value'); });
      stays.appendChild(row);
    }

    // Shows only the first empty row; Enter in an empty row moves on past the rows.
    function showRows() {
      var rows = stays.querySelectorAll('.stay');
      Array.prototype.forEach.call(rows, function (row, i) {
        row.hidden = i > 0 && !row.querySelector('input').value && !rows[i - 1].querySelector('input').value && !row.querySelector('.field-wrong');
      });
    }

    stays.addEventListener('keydown', function (event) {
      if (event.key !== 'Enter' || event.isComposing || event.target.value || !/\.Address$/.test(event.target.name) || /Stays\[0\]/.test(event.target.name)) { return; }
      var next = Array.prototype.find.call(form.querySelectorAll('input:not([type=hidden]), select'), function (box) { return !stays.contains(box) && isBefore(stays, box); });
      if (!next) { return; }
      event.preventDefault();
      event.stopPropagation();
      next.focus();
    });

    stays.addEventListener('input', function () { draw(); addRow(); showRows(); });
    draw();
    showRows();
  }

  Array.prototype.forEach.call(form.querySelectorAll('[data-stays]'), watch);

  // --- address fields: each one offers the divisions below the path in the fields before it
  var divisionsUrl = form.getAttribute('data-divisions-url');

  function offer(levels, level) {
    var path = levels.slice(0, level).map(function (input) { return input.value.trim(); }).filter(Boolean);
    if (path.length !== level) { return; }
    fetch(divisionsUrl + '&path=' + encodeURIComponent(path.join('/')), { credentials: 'same-origin' })
      .then(function (answer) { return answer.ok ? answer.json() : []; })
      .then(function (names) {
        var list = document.getElementById(levels[level].getAttribute('list'));
        if (!names.length || !list) { return; }
        list.textContent = '';
        names.forEach(function (name) {
          var option = document.createElement('option');
          option.value = name;
          list.appendChild(option);
        });
      }).catch(function () { /* The fields accept any text. */ });
  }

  Array.prototype.forEach.call(form.querySelectorAll('[data-destination]'), function (destination) {
    var levels = Array.prototype.slice.call(destination.querySelectorAll('[data-level]'));
    levels.forEach(function (input, level) {
      input.addEventListener('focus', function () { offer(levels, level); });
    });
  });
})();
