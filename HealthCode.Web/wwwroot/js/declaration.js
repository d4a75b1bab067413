// 录入: looks up the person, fills in what follows from the ID number.
// The form works without this file.
(function () {
  'use strict';

  var form = document.getElementById('declaration');
  if (!form) { return; }

  function box(name) { return form.elements['Input.' + name]; }

  function post(url) {
    return fetch(url, { method: 'POST', body: new FormData(form), credentials: 'same-origin', redirect: 'manual' });
  }

  // --- looks up the person by ID number, name and birth date
  var identityUrl = form.getAttribute('data-identity-url');
  var asked = '';

  function identify() {
    var now = [box('DocumentKind').value, box('DocumentNumber').value, box('Name').value, box('BirthDate').value].join('|');
    if (!box('DocumentNumber').value.trim() && !box('BirthDate').value.trim()) { return; }
    if (now === asked) { return; }
    asked = now;
    post(identityUrl).then(function (answer) {
      if (!answer.ok) { throw new Error(String(answer.status || 'signed out')); }
      return answer.text();
    }).then(function (text) {
      var told = new DOMParser().parseFromString(text, 'text/html');
      var facts = told.querySelector('[data-birth-date]');
      var history = told.querySelector('template');
      var place = document.getElementById('identity');
      if (place && facts) { place.innerHTML = facts.innerHTML; }
      if (history && document.getElementById('history')) { document.getElementById('history').innerHTML = history.innerHTML; }
      var born = facts && facts.getAttribute('data-birth-date');
      if (born && !box('BirthDate').value) { box('BirthDate').value = born; }
      var sex = facts && facts.getAttribute('data-sex');
      if (sex && !form.querySelector('input[name="Input.Sex"]:checked')) {
        var radio = form.querySelector('input[name="Input.Sex"][value="' + sex + '"]');
        if (radio) { radio.checked = true; radio.dispatchEvent(new Event('change', { bubbles: true })); }
      }
    }).catch(function () { asked = ''; /* The lookup is repeated at the next change; saving validates everything anyway. */ });
  }

  ['DocumentKind', 'DocumentNumber', 'Name', 'BirthDate'].forEach(function (name) {
    box(name).addEventListener('change', identify);
  });
  if (box('DocumentNumber').value) { identify(); }

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
