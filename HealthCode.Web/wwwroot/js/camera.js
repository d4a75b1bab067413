// Reads codes with the camera of a PC or telephone: by the browser itself where it can (BarcodeDetector), otherwise the server
// looks at JPEG frames, which nobody keeps. Browsers open a camera only for HTTPS and for the server's own PC (localhost).
(function (root) {
  'use strict';

  if (root.HealthCodeCamera) { return; }

  var EVERY = 250;            // ms from frame to frame: the server takes four a second
  var LONG = 1280;            // pixels of a frame
  var SHORT = 720;
  var LARGEST = 200000;       // bytes of a frame
  var QUALITIES = [0.8, 0.6, 0.4, 0.2];
  var OUT_OF_SIGHT = 1000;    // ms without a code after which the card before counts as taken away
  var PATIENCE = 180000;      // ms without a code after which the camera is switched off
  var ON = 'healthcode.camera';
  var LAST = 'healthcode.camera.last';

  var WHY = {
    NotAllowedError: '浏览器没有允许用摄像头。请点地址栏左边的锁（手机在“设置”里找到浏览器），允许“摄像头”，再按一次。',
    NotFoundError: '这台电脑没有找到摄像头。请插好摄像头，或用扫码枪，或输入卡号。',
    NotReadableError: '摄像头正被别的程序用着。请关掉那个程序，再按一次。'
  };
  var NOT_OPEN = '摄像头打不开，请用扫码枪，或输入卡号。';

  function remembered(key) { try { return sessionStorage.getItem(key) || ''; } catch (closed) { return ''; } }

  function remember(key, value) {
    try {
      if (value) { sessionStorage.setItem(key, value); } else { sessionStorage.removeItem(key); }
    } catch (closed) { return; }
  }

  // Tells one card from the next without keeping its code.
  function markOf(text) {
    var mark = 5381;
    for (var at = 0; at < text.length; at++) { mark = (mark * 33 + text.charCodeAt(at)) % 4294967296; }
    return String(mark);
  }

  var player = null;

  function tone(pitches) {
    try {
      player = player || new (root.AudioContext || root.webkitAudioContext)();
      pitches.forEach(function (pitch, index) {
        var voice = player.createOscillator();
        voice.frequency.value = pitch;
        voice.connect(player.destination);
        voice.start(player.currentTime + index * 0.25);
        voice.stop(player.currentTime + index * 0.25 + 0.12);
      });
      if (root.navigator.vibrate) { root.navigator.vibrate(80); }
    } catch (silent) { return; }
  }

  // In turn the whole picture and, of a finer camera, its middle in full detail: a card held far away is small in the whole.
  function draw(view, canvas, turn) {
    var width = view.videoWidth;
    var height = view.videoHeight;
    var most = width >= height ? { width: LONG, height: SHORT } : { width: SHORT, height: LONG };
    var scale = Math.min(1, most.width / width, most.height / height);
    var part = turn % 2 && scale < 0.9 ? { width: Math.min(width, most.width), height: Math.min(height, most.height) } : { width: width, height: height };
    if (part.width < width || part.height < height) { scale = 1; }
    canvas.width = Math.round(part.width * scale);
    canvas.height = Math.round(part.height * scale);
    canvas.getContext('2d').drawImage(view, (width - part.width) / 2, (height - part.height) / 2, part.width, part.height, 0, 0, canvas.width, canvas.height);
  }

  function jpegOf(canvas, then, step) {
    canvas.toBlob(function (blob) {
      if (blob && blob.size > LARGEST && step + 1 < QUALITIES.length) { jpegOf(canvas, then, step + 1); } else { then(blob); }
    }, 'image/jpeg', QUALITIES[step]);
  }

  // Resolves to { code } or { fault }; wait is in ms. An ended session answers with a page and not with JSON.
  function ask(url, token, blob) {
    return fetch(url, {
      method: 'POST', credentials: 'same-origin', cache: 'no-store', redirect: 'manual', body: blob,
      headers: { 'Content-Type': 'image/jpeg', Accept: 'application/json', RequestVerificationToken: token }
    }).then(function (answer) {
      if (answer.status === 429 || answer.status === 503) { return { wait: 1000 * (Number(answer.headers.get('Retry-After')) || 1) }; }
      if (!/^application\/json/.test(answer.headers.get('Content-Type') || '')) { return { ended: true }; }
      return answer.json();
    });
  }

  function detectorOf() {
    if (!('BarcodeDetector' in root)) { return Promise.resolve(null); }
    return Promise.resolve().then(function () { return root.BarcodeDetector.getSupportedFormats(); }).then(function (formats) {
      return formats.indexOf('qr_code') >= 0 ? new root.BarcodeDetector({ formats: ['qr_code'] }) : null;
    }).catch(function () { return null; });
  }

  // options: view (video), url and token of the server's answer, found(text), say(sentence, isFault), off(). Returns a function that switches it off.
  function watch(options) {
    var view = options.view;
    var canvas = document.createElement('canvas');
    var stream = null;
    var detector = null;
    var stopped = false;
    var turn = 0;
    var seenAt = performance.now();
    var last = remembered(LAST);
    var timer = 0;

    function stop() {
      if (stopped) { return; }
      stopped = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onHidden);
      if (stream) { stream.getTracks().forEach(function (track) { track.stop(); }); }
      view.srcObject = null;
      view.hidden = true;
      options.off();
    }

    function quit(sentence) {
      remember(ON, '');
      stop();
      if (sentence) { options.say(sentence, true); }
    }

    // The next page opens it again, the same one only when asked.
    function onHidden() { if (document.hidden) { stop(); } }

    function next(wait) { if (!stopped) { timer = setTimeout(look, Math.max(0, wait)); } }

    function took(text) {
      var now = performance.now();
      if (!text) {
        if (last && now - seenAt > OUT_OF_SIGHT) { last = ''; remember(LAST, ''); }
        if (now - seenAt > PATIENCE) { quit('三分钟没有看到卡，摄像头已关。要用请再按一次。'); }
        return false;
      }
      seenAt = now;
      if (markOf(text) === last) {
        options.say('这张卡刚查过。换下一张；还要查它，先从镜头前拿开一下。', false);
        return false;
      }
      last = markOf(text);
      remember(LAST, last);
      tone([880]);
      stop();
      // The tone would end with the page.
      setTimeout(options.found, 120, text);
      return true;
    }

    function byBrowser(began) {
      detector.detect(view).then(function (codes) {
        if (stopped || took(codes.length ? codes[0].rawValue : '')) { return; }
        next(began + EVERY - performance.now());
      }, function () {
        // Telephones without the maker's services have the interface and nothing behind it.
        detector = null;
        next(0);
      });
    }

    function byServer(began) {
      draw(view, canvas, turn++);
      jpegOf(canvas, function (blob) {
        if (stopped || !blob) { next(EVERY); return; }
        ask(options.url, options.token, blob).then(function (answer) {
          if (stopped) { return; }
          if (answer.ended) { quit('登录已过期，或者这一页开得太久。请刷新这一页，再用摄像头扫。'); return; }
          if (answer.fault) { options.say(answer.fault, true); }
          if (!took(answer.code || '')) { next(answer.wait || began + EVERY - performance.now()); }
        }, function () {
          options.say('连不上服务器，正在再试。也可以用扫码枪，或输入卡号。', true);
          next(1000);
        });
      }, 0);
    }

    function look() {
      if (stopped) { return; }
      if (!view.videoWidth) { next(50); return; }
      if (detector) { byBrowser(performance.now()); } else { byServer(performance.now()); }
    }

    root.navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1080 } } }).then(function (opened) {
      stream = opened;
      if (stopped) { stream.getTracks().forEach(function (track) { track.stop(); }); return null; }
      remember(ON, 'on');
      view.srcObject = stream;
      view.hidden = false;
      document.addEventListener('visibilitychange', onHidden);
      return view.play().then(detectorOf).then(function (found) {
        detector = found;
        seenAt = performance.now();
        view.scrollIntoView({ block: 'nearest' });
        options.say('摄像头开着。把卡背面的二维码对着镜头，离开 15 到 40 厘米，停一下。', false);
        look();
      });
    }).catch(function (fault) { quit(WHY[fault && fault.name] || NOT_OPEN); });

    return function () { quit(''); };
  }

  root.HealthCodeCamera = {
    canOpen: !!(root.navigator.mediaDevices && root.navigator.mediaDevices.getUserMedia && root.fetch),
    wasOn: function () { return remembered(ON) === 'on'; },
    watch: watch,
    tone: tone
  };
})(window);
