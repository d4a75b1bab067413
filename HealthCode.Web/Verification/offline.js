// Script of the offline page: checks a card and stores nothing. Uses no features newer than Chromium 86.
(function () {
  'use strict';

  var DAY = 864e5;
  var DAY_ZERO = Date.UTC(2020, 0, 1);
  var OLD_AFTER = DAY;           // ms; an older list is for reference only
  var TOO_OLD_AFTER = 7 * DAY;   // ms; with an older list a card that is not on it cannot be confirmed
  var WRONG_AFTER = 60;          // days; beyond that the clock is assumed to be wrong, not the list to be old
  var FORGET_AFTER = 60 * 1000;
  var HEAD = 16;

  var list = JSON.parse(document.getElementById('list').textContent);
  var made = /^(\d+)-(\d+)-(\d+)T(\d+):(\d+)$/.exec(list.at).slice(1).map(Number);
  var madeWall = Date.UTC(made[0], made[1] - 1, made[2], made[3], made[4]);
  var madeDay = Math.floor((madeWall - DAY_ZERO) / DAY);
  var subtle = window.crypto && window.crypto.subtle;
  var stopped = {};
  var keys = {};

  // ---- Dates in local time, as displayed: also right on a PC set to another time zone, if its clock shows Beijing time.

  function wallNow() {
    var now = new Date();
    return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate(), now.getHours(), now.getMinutes());
  }

  function today() { return Math.floor((wallNow() - DAY_ZERO) / DAY); }

  function dayText(day) {
    var date = new Date(DAY_ZERO + day * DAY);
    return date.getUTCFullYear() + '年' + (date.getUTCMonth() + 1) + '月' + date.getUTCDate() + '日';
  }

  function clockIsWrong() { return today() < madeDay || today() > madeDay + WRONG_AFTER; }

  function clockSentence() { return '这台电脑的日期是 ' + dayText(today()) + '，不对。请先把日期调好再查验。'; }

  function ageSentence() {
    var age = wallNow() - madeWall;
    return clockIsWrong() || age <= OLD_AFTER ? '' : '名单是 ' + Math.floor(age / DAY) + ' 天前的，只能作参考';
  }

  // ---- Stop list: unpacked once to sorted numbers, binary search.

  function unpack(text) {
    var distances = text ? text.split(',') : [];
    var numbers = new Int32Array(distances.length);
    for (var at = 0, number = 0; at < distances.length; at++) {
      number += parseInt(distances[at], 36);
      numbers[at] = number;
    }
    return numbers;
  }

  function holds(numbers, wanted) {
    var low = 0;
    var high = numbers.length - 1;
    while (low <= high) {
      var middle = (low + high) >> 1;
      if (numbers[middle] === wanted) { return true; }
      if (numbers[middle] < wanted) { low = middle + 1; } else { high = middle - 1; }
    }
    return false;
  }

  function bytesOf64(text) {
    var plain = atob(text);
    var bytes = new Uint8Array(plain.length);
    for (var at = 0; at < plain.length; at++) { bytes[at] = plain.charCodeAt(at); }
    return bytes;
  }

  var howMany = 0;
  Object.keys(list.stopped).forEach(function (office) {
    stopped[office] = list.stopped[office].map(unpack);
    howMany += stopped[office][0].length + stopped[office][1].length;
  });
  var offices = {};
  list.keys.forEach(function (key) {
    keys[key.office + '/' + key.number] = { trusted: key, verifier: null, marker: null };
    offices[key.office] = key.name;
  });

  function stopOf(number) {
    var numbers = stopped[number.slice(0, 12)];
    var sequence = Number(number.slice(12, 19));
    if (!numbers) { return ''; }
    return holds(numbers[1], sequence) ? 'void' : holds(numbers[0], sequence) ? 'revoked' : '';
  }

  // ---- Parsing and verifying a scanned code.

  function tokenOf(text) {
    var bytes = window.HealthCodeScan.bytesOf(text);
    var token = window.HealthCodeScan.headOf(bytes);
    token.key = keys[token.office + '/' + token.keyNumber];
    token.mark = bytes.slice(13, HEAD);
    token.head = bytes.slice(0, HEAD);
    token.signature = bytes.slice(HEAD);
    return token;
  }

  // Of the two valid signatures (r, s) and (r, n - s) only the one with the low s is accepted.
  var HALF = bytesOf64('f////4AAAAB//////////95zfVbTi89CedzlYX4xkqg=');
  function isLow(signature) {
    for (var at = 0; at < 32; at++) {
      if (signature[32 + at] !== HALF[at]) { return signature[32 + at] < HALF[at]; }
    }
    return true;
  }

  function isSigned(token) {
    var key = token.key;
    var trusted = key.trusted;
    if (trusted.first > token.first || (trusted.last !== null && token.first > trusted.last) || !isLow(token.signature)) { return Promise.resolve(false); }
    key.verifier = key.verifier || subtle.importKey('spki', bytesOf64(trusted.spki), { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
    var said = new Uint8Array(13 + HEAD);
    said.set(new TextEncoder().encode('HealthPass/1:'));
    said.set(token.head, 13);
    return key.verifier.then(function (verifier) {
      return subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, verifier, token.signature, said);
    });
  }

  // ---- Verdict.

  function say(kind, look, word, until, lines, number) {
    return { kind: kind, look: look, word: word, until: until || '', lines: lines || [], number: number || '', holder: null };
  }

  function grouped(number) { return number.replace(/(.{4})(?=.)/g, '$1 '); }

  var NOT_OURS = '✖ 不是本系统签发';
  var CALL = '请给卡上写的核发机构打电话核实。';

  function notOurs(kind, line) { return say(kind, 'stop', NOT_OURS, '', [line]); }

  function stoppedVerdict(kind, number) {
    return say(kind, 'stop', kind === 'void' ? '■ 已遗失作废' : '■ 已停用', '',
      [kind === 'void' ? '这张卡已报遗失、损毁或换了新卡，不能再用。' : '核发机构已停用这张卡，不能再用。', CALL, '编号 ' + grouped(number)], number);
  }

  function numberVerdict(number) {
    var stop = stopOf(number);
    if (stop) { return stoppedVerdict(stop, number); }
    if (!offices[number.slice(0, 12)]) { return notOurs('unknown', '编号的前 12 位不是名单上的核发机构。'); }
    return say('number', 'wait', '◆ 还不能确定', '',
      ['只凭编号不能验真伪：请扫二维码；编号没有在停用名单上', '编号 ' + grouped(number) + ' · ' + offices[number.slice(0, 12)]], number);
  }

  function partVerdict(text) {
    var lines = !/^[0-9]+X?$/.test(text) ? ['这不说明卡有问题。把卡背面的二维码放平，再扫一次。']
      : [text.length === 20 ? '编号里有一位不对，请对照卡背面重新输入。' : '编号是 20 位，这里有 ' + text.length + ' 位。请对照卡背面重新输入，或再扫一次。'];
    return say('part', 'care', '▲ 没读全，请再扫一次', '', lines);
  }

  function genuineVerdict(token) {
    var stop = stopOf(token.number);
    if (stop) { return stoppedVerdict(stop, token.number); }
    var lines = ['编号 ' + grouped(token.number) + ' · ' + token.key.trusted.name];
    var until = '有效期至 ' + dayText(token.last);
    var now = today();
    if (now > token.last) {
      return say('expired', 'care', '▲ 已过期', until, ['过期 ' + (now - token.last) + ' 天，须到村（居）委会重新申办。'].concat(lines), token.number);
    }
    if (now < token.first) {
      return say('early', 'care', '▲ 还没到日期', '从 ' + dayText(token.first) + ' 起有效', lines, token.number);
    }
    var verdict = wallNow() - madeWall > TOO_OLD_AFTER
      ? say('stale', 'care', '▲ 名单过旧', until, ['卡是真的；但这些天停用的卡，旧名单上查不到。请换一份新名单。'].concat(lines), token.number)
      : say('valid', 'good', '● 有效', until, lines, token.number);
    verdict.holder = token;
    return verdict;
  }

  function verdict(text) {
    if (clockIsWrong()) { return Promise.resolve(say('clock', 'care', '▲ 电脑日期不对', '', [clockSentence()])); }
    var scanned = window.HealthCodeScan.read(text);
    if (scanned.kind === 'number') { return Promise.resolve(numberVerdict(scanned.text)); }
    if (scanned.kind === 'part' || scanned.kind === 'nothing') { return Promise.resolve(partVerdict(scanned.text.replace(/-/g, ''))); }
    if (scanned.kind === 'other') { return Promise.resolve(notOurs('no-token', '这不是健康通行卡的二维码。请扫卡背面的那一个。')); }
    if (!subtle) {
      return Promise.resolve(say('no-crypto', 'care', '▲ 不能验真伪', '', ['这个浏览器不会验签名。请换一台电脑，或换一个新一些的浏览器打开本文件。']));
    }
    var token = tokenOf(scanned.text);
    if (!token.key) { return Promise.resolve(notOurs('unknown', '签发它的机构或密钥不在名单上。' + CALL)); }
    return isSigned(token).then(function (signed) {
      return signed ? genuineVerdict(token) : notOurs('forged', (token.key.trusted.stolen ? '签名对不上，或者签它的密钥已报失窃、须换卡。' : '签名对不上。') + CALL);
    }, function () { return notOurs('forged', '签名读不出来。' + CALL); });
  }

  // ---- Comparison with the holder's ID number.

  function plainPaper(text) {
    var typed = String(text);
    if (typed.length > 64) { return typed; }
    var kept = typed.trim().normalize('NFKC').replace(/[\p{Zs}\p{Cf}]/gu, '').replace(/[×хХ]/g, 'X').toUpperCase().replace(/^'+/, '');
    if (!/^[0-9]{15}$/.test(kept) || kept.slice(12) >= '995') { return kept; }
    var long = kept.slice(0, 6) + '19' + kept.slice(6);
    return long + window.HealthCodeScan.checkOf(long);
  }

  function belongs(token, paper) {
    var key = token.key;
    key.marker = key.marker || subtle.importKey('raw', bytesOf64(key.trusted.mark), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    return key.marker.then(function (marker) {
      return subtle.sign('HMAC', marker, new TextEncoder().encode(token.number + plainPaper(paper)));
    }).then(function (digest) {
      var found = new Uint8Array(digest);
      return found[0] === token.mark[0] && found[1] === token.mark[1] && found[2] === token.mark[2];
    });
  }

  // ---- User interface.

  var at = function (id) { return document.getElementById(id); };
  var box = at('code');
  var paperBox = at('number');
  var holder = null;
  var worth = null;   // verdict on the last card, while its holder's ID number is compared
  var shown = '';
  var turn = 0;
  var forgetting = 0;

  function tone(good) {
    try {
      var Audio = window.AudioContext;
      tone.player = tone.player || new Audio();
      var now = tone.player.currentTime;
      (good ? [880] : [300, 300]).forEach(function (pitch, index) {
        var voice = tone.player.createOscillator();
        voice.frequency.value = pitch;
        voice.connect(tone.player.destination);
        voice.start(now + index * 0.25);
        voice.stop(now + index * 0.25 + 0.15);
      });
    } catch (silent) { return; }
  }

  function write(verdict) {
    var word = at('word');
    shown = verdict.kind;
    dates();
    at('verdict').className = verdict.look;
    word.textContent = verdict.word;
    word.className = verdict.word.length > 9 ? 'long' : '';
    at('until').textContent = verdict.until;
    at('lines').textContent = '';
    verdict.lines.forEach(function (line) {
      var row = document.createElement('p');
      row.textContent = line;
      at('lines').appendChild(row);
    });
  }

  function dates() {
    at('clock').hidden = !clockIsWrong() || shown === 'clock';
    at('clock').textContent = clockIsWrong() ? clockSentence() : '';
    at('age').hidden = !ageSentence();
    at('age').textContent = ageSentence();
    at('today').textContent = '今天 ' + dayText(today());
  }

  function closePaper() {
    holder = null;
    worth = null;
    paperBox.value = '';
    at('paper').hidden = true;
    at('fits').hidden = true;
    at('fits').textContent = '';
  }

  function clear() {
    turn++;
    clearTimeout(forgetting);
    box.value = '';
    closePaper();
    write(say('', 'ready', '请扫卡', '', ['扫一下卡背面的二维码，或在上面的框里输入编号']));
    box.focus();
  }

  function remember() {
    clearTimeout(forgetting);
    forgetting = setTimeout(clear, FORGET_AFTER);
  }

  function check(text) {
    if (window.HealthCodeScan.read(text).kind === 'nothing') { box.focus(); return; }
    var mine = ++turn;
    box.value = '';
    closePaper();
    box.focus();
    verdict(text).then(function (found) {
      if (mine !== turn) { return; }
      write(found);
      tone(found.kind === 'valid');
      holder = found.holder;
      worth = found;
      at('paper').hidden = !holder;
      remember();
    });
  }

  function checkPaper(text) {
    var token = holder;
    var mine = turn;
    paperBox.value = '';
    if (!token || !plainPaper(text)) { return; }
    belongs(token, text).then(function (fits) {
      if (mine !== turn) { return; }
      // Replace the large verdict too, so that a mismatch is visible from a distance.
      write(fits ? worth : say('misfit', 'stop', '✖ 与身份证不一致', '', worth.lines));
      var line = at('fits');
      line.hidden = false;
      line.className = fits ? 'good' : 'stop';
      line.textContent = fits ? '● 一致' : '✖ 不一致';
      var why = document.createElement('span');
      why.textContent = fits ? '这张卡是给这个证件的持有人办的。' : '这张卡不是给这个证件办的。请再核对一次号码；还不一致，请联系核发机构。';
      line.appendChild(why);
      tone(fits);
      remember();
    });
  }

  function isPaper(text) {
    if (!holder) { return false; }
    return document.activeElement === paperBox ? text.length <= 30 : /^([0-9]{15}|[0-9]{17}[0-9X])$/.test(text);
  }

  at('card').addEventListener('submit', function (event) {
    event.preventDefault();
    // An ID number typed into the code field counts for the second step.
    if (isPaper(window.HealthCodeScan.read(box.value).text)) { checkPaper(box.value); box.value = ''; } else { check(box.value); }
  });
  at('paper').addEventListener('submit', function (event) { event.preventDefault(); checkPaper(paperBox.value); });
  at('next').addEventListener('click', clear);
  document.addEventListener('keydown', function (event) {
    if (event.code === 'Escape' && !event.isComposing) { event.preventDefault(); stopSeeing(); clear(); }
  });
  window.HealthCodeScanner.listen(document, function (text) {
    if (isPaper(text)) { checkPaper(text); } else { check(text); }
  });

  // ---- Camera, if the browser has a barcode detector.

  var seeing = null;

  function stopSeeing() {
    if (!seeing) { return; }
    seeing.getTracks().forEach(function (track) { track.stop(); });
    seeing = null;
    at('sight').hidden = true;
    at('sight').srcObject = null;
    at('camera').textContent = '用摄像头';
  }

  function look(detector) {
    if (!seeing) { return; }
    detector.detect(at('sight')).then(function (found) {
      if (found.length) { stopSeeing(); check(found[0].rawValue); return; }
      setTimeout(look, 150, detector);
    }, function () { setTimeout(look, 300, detector); });
  }

  if ('BarcodeDetector' in window && navigator.mediaDevices && navigator.mediaDevices.getUserMedia) {
    window.BarcodeDetector.getSupportedFormats().then(function (formats) {
      at('camera').hidden = formats.indexOf('qr_code') < 0;
      at('no-camera').hidden = !at('camera').hidden;
    }, function () { at('camera').hidden = true; });
    at('camera').addEventListener('click', function () {
      if (seeing) { stopSeeing(); box.focus(); return; }
      navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } }).then(function (stream) {
        seeing = stream;
        at('sight').srcObject = stream;
        at('sight').hidden = false;
        at('camera').textContent = '关摄像头';
        return at('sight').play().then(function () { look(new window.BarcodeDetector({ formats: ['qr_code'] })); });
      }).catch(function () {
        stopSeeing();
        write(say('', 'care', '▲ 摄像头打不开', '', ['请用扫码枪，或输入卡背面的编号。']));
      });
    });
  }

  // ---- Header and footer.

  var names = Object.keys(offices).map(function (code) { return offices[code]; });
  var hour = String(made[3]).padStart(2, '0') + ':' + String(made[4]).padStart(2, '0');
  at('of').textContent = '名单：' + dayText(madeDay) + ' ' + hour + ' · ' + (list.by || names.slice(0, 2).join('、') + (names.length > 2 ? ' 等 ' + names.length + ' 个单位' : ''));
  at('howmany').textContent = '名单上有 ' + names.length + ' 个核发机构、' + howMany + ' 张停用的卡（看机构和密钥指纹）';
  list.keys.forEach(function (key) {
    var row = document.createElement('li');
    row.textContent = key.name + '（' + key.office + '）第 ' + key.number + ' 把密钥，指纹 ' + key.print;
    at('known').appendChild(row);
  });
  at('broken').remove();
  at('desk').hidden = false;
  setInterval(dates, 30 * 1000);
  clear();

  window.HealthCodeCheck = { verdict: verdict };
})();
