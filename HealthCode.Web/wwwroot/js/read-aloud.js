// 读给本人听: speaks the sentences of a form in Chinese with a voice of this PC, one after the other; without such a voice shows them in very large
// letters, page by page. Ends at the tick 已宣读. The page works without this file: the sentences are then in a <details>.
(function () {
  'use strict';

  var KEY = 'Alt+R';
  var SLOWLY = 0.85;
  // A voice that has not begun by then never does.
  var SILENCE = 6000;
  var VOICES = 1000;

  var speech = window.speechSynthesis;
  var dialog = null;
  var session = null;
  // The button whose form is sent as without a script.
  var sends = null;

  function make(tag, words, className) {
    var made = document.createElement(tag);
    if (words) { made.textContent = words; }
    if (className) { made.className = className; }
    return made;
  }

  function button(words, key, act) {
    var made = make('button', words);
    made.type = 'button';
    made.appendChild(make('kbd', key));
    made.addEventListener('click', act);
    return made;
  }

  // --- the window with the text; it is modal, so that no key reaches the form behind it
  function build() {
    dialog = make('dialog', '', 'aloud-window');
    dialog.setAttribute('aria-label', '读给本人听');
    dialog.says = make('p', '', 'hint');
    dialog.says.setAttribute('role', 'status');
    dialog.list = make('ol', '', 'read-out');
    dialog.list.tabIndex = 0;
    dialog.list.setAttribute('aria-label', '念给本人听的话');
    dialog.bar = make('div', '', 'actions');
    dialog.before = button('上一页', '←', function () { turn(-1); });
    dialog.next = button('下一页', '→', function () { turn(1); });
    dialog.end = button('念完了', 'Esc', finish);
    [dialog.before, dialog.next, dialog.end].forEach(function (each) { dialog.bar.appendChild(each); });
    [dialog.says, dialog.list, dialog.bar].forEach(function (each) { dialog.appendChild(each); });
    document.body.appendChild(dialog);
    dialog.addEventListener('cancel', function (event) { event.preventDefault(); finish(); });
    dialog.addEventListener('keydown', function (event) {
      if (event.target.tagName === 'BUTTON' && (event.key === 'Enter' || event.key === ' ')) { return; }
      var step = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ' ': 1, Enter: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1 }[event.key];
      if (step && session && !session.speaks && !event.altKey && !event.ctrlKey) { event.preventDefault(); turn(step); }
    });
  }

  function show(sentences, from) {
    dialog.list.textContent = '';
    sentences.slice(from).forEach(function (sentence) {
      var line = make('li', sentence.text);
      line.value = sentences.indexOf(sentence) + 1;
      dialog.list.appendChild(line);
    });
  }

  // --- large text: as many sentences on a page as fit, at least one
  function paginate() {
    var starts = [];
    var at = 0;
    while (at < session.sentences.length) {
      starts.push(at);
      show(session.sentences, at);
      var lines = dialog.list.children;
      var count = 1;
      while (count < lines.length && lines[count].offsetTop + lines[count].offsetHeight - lines[0].offsetTop <= dialog.list.clientHeight) { count++; }
      at += count;
    }
    session.starts = starts;
  }

  function page(number) {
    session.page = number;
    var start = session.starts[number];
    var end = number + 1 < session.starts.length ? session.starts[number + 1] : session.sentences.length;
    show(session.sentences.slice(0, end), start);
    dialog.list.scrollTop = 0;
    dialog.before.disabled = number === 0;
    dialog.next.disabled = number === session.starts.length - 1;
    dialog.says.textContent = session.why + '第 ' + (number + 1) + ' 页，共 ' + session.starts.length + ' 页。按 → 下一页，← 上一页，念完按 Esc。';
    dialog.list.focus();
  }

  // Enter, Space and → on the last page end the reading.
  function turn(step) {
    if (!session || session.speaks) { return; }
    var number = session.page + step;
    if (number >= session.starts.length) { finish(); return; }
    if (number >= 0) { page(number); }
  }

  function read(why) {
    session.speaks = false;
    session.why = why;
    [dialog.before, dialog.next].forEach(function (each) { each.hidden = false; });
    paginate();
    page(0);
  }

  // --- speech
  function chinese(voices) {
    var local = Array.prototype.filter.call(voices, function (voice) {
      return voice.localService && /^(zh|cmn)([-_]|$)/i.test(voice.lang) && !/(hk|mo|yue)/i.test(voice.lang);
    });
    return local.find(function (voice) { return /cn|hans/i.test(voice.lang); }) || local[0] || null;
  }

  // Chromium tells its voices some time after it was first asked.
  function findVoice() {
    if (!speech || !window.SpeechSynthesisUtterance) { return Promise.resolve(null); }
    return new Promise(function (done) {
      var voice = chinese(speech.getVoices());
      if (voice) { done(voice); return; }
      var timer = setTimeout(function () { done(chinese(speech.getVoices())); }, VOICES);
      speech.addEventListener('voiceschanged', function () {
        var told = chinese(speech.getVoices());
        if (told) { clearTimeout(timer); done(told); }
      });
    });
  }

  function speak(voice) {
    var mine = session;
    mine.speaks = true;
    [dialog.before, dialog.next].forEach(function (each) { each.hidden = true; });
    dialog.says.textContent = '正在念。要停，再按 ' + KEY + ' 或者 Esc。';
    show(mine.sentences, 0);
    dialog.list.focus();
    speech.cancel();

    function say(at) {
      if (session !== mine) { return; }
      if (at === mine.sentences.length) { finish(); return; }
      Array.prototype.forEach.call(dialog.list.children, function (line, i) {
        line.classList.toggle('now', i === at);
        if (i === at) { line.setAttribute('aria-current', 'true'); line.scrollIntoView({ block: 'center' }); } else { line.removeAttribute('aria-current'); }
      });
      // Kept, or Chromium forgets it before it has ended.
      var words = mine.words = new SpeechSynthesisUtterance(mine.sentences[at].spoken);
      var over = false;
      var silence = setTimeout(function () { fail(); }, SILENCE);
      function fail() {
        if (over || session !== mine) { return; }
        over = true;
        clearTimeout(silence);
        speech.cancel();
        read('电脑没有念出声来，请照着念。');
      }
      words.voice = voice;
      words.lang = voice.lang;
      words.rate = SLOWLY;
      words.onstart = function () { clearTimeout(silence); };
      words.onerror = fail;
      words.onend = function () {
        if (over) { return; }
        over = true;
        clearTimeout(silence);
        say(at + 1);
      };
      speech.speak(words);
    }

    say(0);
  }

  function finish() {
    var mine = session;
    session = null;
    if (speech) { speech.cancel(); }
    if (dialog && dialog.open) { dialog.close(); }
    if (mine && mine.tick) { mine.tick.focus(); }
  }

  // --- where the sentences are: on the page, or asked of the server for the form as it is typed now
  function sentencesIn(place) {
    return Array.prototype.map.call(place ? place.querySelectorAll('.aloud-text li') : [], function (line) {
      return { text: line.textContent, spoken: line.getAttribute('data-spoken') || line.textContent };
    });
  }

  function ask(from) {
    if (from.type !== 'submit') { return Promise.resolve(sentencesIn(document.querySelector('main'))); }
    var fields = new FormData(from.form);
    if (from.name) { fields.append(from.name, from.value); }
    return fetch(from.formAction, { method: 'POST', body: fields, credentials: 'same-origin', redirect: 'manual' }).then(function (answer) {
      if (!answer.ok) { throw new Error(String(answer.status || 'signed out')); }
      return answer.text();
    }).then(function (text) { return sentencesIn(new DOMParser().parseFromString(text, 'text/html')); });
  }

  function begin(from) {
    if (session) { finish(); return; }
    var mine = session = { tick: document.querySelector(from.getAttribute('data-aloud')) || from, speaks: false };
    from.disabled = true;
    Promise.all([ask(from), findVoice()]).then(function (got) {
      from.disabled = false;
      if (session !== mine) { return; }
      if (!got[0].length) { throw new Error('no sentences'); }
      mine.sentences = got[0];
      if (!dialog) { build(); }
      dialog.showModal();
      if (got[1]) { speak(got[1]); } else { read('这台电脑没有中文语音，请照着念。'); }
    }).catch(function () {
      from.disabled = false;
      session = null;
      // As without a script: the form is sent, and comes back with the sentences, or after signing in.
      if (from.type === 'submit') { sends = from; from.click(); }
    });
  }

  var buttons = document.querySelectorAll('[data-aloud]');
  Array.prototype.forEach.call(buttons, function (each) {
    each.hidden = false;
    each.appendChild(make('kbd', KEY));
    each.setAttribute('aria-keyshortcuts', KEY);
    each.addEventListener('click', function (event) {
      if (sends === each) { return; }
      event.preventDefault();
      begin(each);
    });
  });

  // The key reads the form in which the cursor is; on a page with one form, that one.
  document.addEventListener('keydown', function (event) {
    if (event.code !== 'KeyR' || !event.altKey || event.ctrlKey || event.metaKey || !buttons.length) { return; }
    event.preventDefault();
    if (session) { finish(); return; }
    var part = document.activeElement && document.activeElement.closest('[data-aloud-part]');
    begin(part && part.querySelector('[data-aloud]') || buttons[0]);
  });

  window.addEventListener('resize', function () { if (session && session.starts && !session.speaks) { paginate(); page(0); } });
  window.addEventListener('pagehide', function () { if (speech) { speech.cancel(); } });
})();
