// Saves each row of a grid as soon as it is left; without this script the button saves all rows at once.
(function () {
  'use strict';

  document.querySelectorAll('form[data-grid]').forEach(function (form) {
    form.querySelectorAll('tr[data-row=open]').forEach(function (row) {
      var sent = '';

      row.addEventListener('focusout', function (event) {
        if (row.contains(event.relatedTarget)) { return; }
        var body = values(row);
        var typed = Array.prototype.some.call(row.querySelectorAll('input:not([type=hidden])'), function (box) { return box.value.trim() !== ''; });
        if (!typed || body.toString() === sent) { return; }
        sent = body.toString();
        save(row, body);
      });

      function save(row, body) {
        var said = row.querySelector('.said');
        said.textContent = '正在记…';
        fetch('?handler=Row', { method: 'POST', body: body, credentials: 'same-origin' }).then(function (answer) {
          if (!answer.ok || answer.redirected) { throw new Error(String(answer.status)); }
          return answer.json();
        }).then(function (answer) {
          row.classList.toggle('wrong', answer.sentences.length > 0);
          if (answer.sentences.length > 0) {
            said.textContent = answer.sentences.join('；');
            return;
          }
          said.textContent = '● 已记';
          row.removeAttribute('data-row');
          row.querySelectorAll('input').forEach(function (box) { box.disabled = true; });
        }).catch(function () {
          // What was typed stays; leaving the row again, or the button, tries once more.
          sent = '';
          row.classList.add('wrong');
          said.textContent = '没有连上服务器，没有记下。请再按一次“记下”。';
        });
      }
    });

    // What stands at the head of the form goes with every row.
    function values(row) {
      var body = new URLSearchParams();
      Array.prototype.forEach.call(form.elements, function (box) {
        var isTicked = box.type !== 'radio' && box.type !== 'checkbox' || box.checked;
        if (box.name && isTicked && box.type !== 'submit' && box.type !== 'button' && box.name.indexOf('Input.Rows[') !== 0) { body.append(box.name, box.value); }
      });
      row.querySelectorAll('input').forEach(function (box) { body.append(box.name.replace(/Rows\[\d+\]/, 'Rows[0]'), box.value); });
      return body;
    }
  });
}());
