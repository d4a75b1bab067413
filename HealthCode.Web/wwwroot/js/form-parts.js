// 录入, alone or for a household: saves drafts, shows the coverage of the past days, offers the divisions of an address.
// The forms work without this file.
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

  function say(text, wrong) {
    if (!state) { return; }
    state.textContent = text;
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
      say('草稿 ' + kept.savedAt + ' 已保存');
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
