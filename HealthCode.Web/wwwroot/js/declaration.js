// 录入 of one person: shows what the check says of the person, and helps with names and numbers.
// The form works without this file.
(function () {
  'use strict';

  var form = document.getElementById('declaration');
  if (!form) { return; }

  function box(name) { return form.elements['Input.' + name]; }

  // --- what the check of the form says of the person
  form.addEventListener('checked', function (event) {
    var notes = event.detail.querySelector('[data-notes]');
    var history = event.detail.querySelector('template[data-history]');
    var place = document.getElementById('identity');
    var beside = document.getElementById('history');
    if (place && notes) { place.innerHTML = notes.innerHTML; }
    if (beside && history) {
      beside.innerHTML = history.innerHTML;
      beside.dispatchEvent(new Event('buttonsadded', { bubbles: true }));
    }
  });

  // --- a button beside the name field that inserts "·"
  var nameBox = box('Name');
  var dot = document.createElement('button');
  dot.type = 'button';
  dot.className = 'quiet dot';
  dot.textContent = '·';
  dot.title = '在姓名里加一个圆点';
  dot.tabIndex = -1;
  dot.addEventListener('click', function () {
    var at = nameBox.selectionStart == null ? nameBox.value.length : nameBox.selectionStart;
    nameBox.value = nameBox.value.slice(0, at) + '·' + nameBox.value.slice(nameBox.selectionEnd);
    nameBox.focus();
    nameBox.setSelectionRange(at + 1, at + 1);
    nameBox.dispatchEvent(new Event('input', { bubbles: true }));
  });
  var withDot = document.createElement('span');
  withDot.className = 'with-dot';
  nameBox.insertAdjacentElement('beforebegin', withDot);
  withDot.appendChild(nameBox);
  withDot.appendChild(dot);
  if (nameBox.autofocus) { nameBox.focus(); }

  // --- names the number field after the chosen kind of document
  var kinds = box('DocumentKind');
  function nameNumber() {
    var label = form.querySelector('label[for="Input_DocumentNumber"]');
    var isCard = kinds.value === 'ResidentIdCard';
    label.textContent = isCard ? '身份证号码' : kinds.options[kinds.selectedIndex].text + '号码';
    box('DocumentNumber').closest('.field').hidden = kinds.value === 'None';
    if (kinds.value === 'None') { form.querySelector('.aside-form').open = true; }
  }
  kinds.addEventListener('change', nameNumber);
  nameNumber();
})();
