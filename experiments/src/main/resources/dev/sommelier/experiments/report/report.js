(() => {
  'use strict';
  const data = JSON.parse(document.getElementById('report-data').textContent);
  // Colours are CSS variables inside SVG, so that light, dark and print follow the style sheet without redrawing.
  const ink = 'var(--ink)', muted = 'var(--muted)', rule = 'var(--rule)', paper = 'var(--paper)';
  const fill = { CLASSIC: 'var(--stone)', AGENT: 'var(--wine)', CONTROL: 'var(--wine-soft)' };
  const font = getComputedStyle(document.body).fontFamily;
  const number = value => value.toFixed(4).replace(/^(-?)0\./, '$1.').replace('-', '\u2212');
  const duration = s => s >= 1 ? +s.toPrecision(3) + ' s' : s >= 1e-3 ? +(s * 1e3).toPrecision(3) + ' ms' : +(s * 1e6).toPrecision(3) + ' \u00b5s';
  const decade = s => s >= 1 ? s + ' s' : s >= 1e-3 ? Math.round(s * 1e3) + ' ms' : Math.round(s * 1e6) + ' \u00b5s';
  const short = value => String(+value.toFixed(3)).replace(/^0\./, '.');
  const escape = text => text.replace(/[&<>"']/g, c => '&#' + c.charCodeAt(0) + ';');

  const axisText = { color: muted, fontFamily: font, fontSize: 12 };
  const base = () => ({
    animation: false,
    textStyle: { fontFamily: font, color: ink },
    tooltip: {
      trigger: 'item', confine: true, appendToBody: false, backgroundColor: 'var(--raised)', borderColor: rule,
      textStyle: { color: ink, fontFamily: font, fontSize: 13 }, extraCssText: 'box-shadow:none;border-radius:3px'
    }
  });
  const tip = (row, metric, more) => '<div class="tip"><b>' + escape(row.name) + '</b><br>' + escape(metric) + ' ' + number(row.mean)
    + '<br>[' + number(row.low) + ', ' + number(row.high) + ']' + (more ? '<br>' + more : '') + '</div>';

  const line = (x1, y1, x2, y2, stroke, width) => ({ type: 'line', silent: true, shape: { x1, y1, x2, y2 }, style: { stroke, lineWidth: width } });

  // Where no value exceeds 1, no axis does; errors may.
  const ceiling = rows => rows.some(row => row.high > .8) && rows.every(row => row.high <= 1) ? { max: 1, interval: .25 } : {};

  // Round ends, so that charts beside each other have the same axis and the same lines.
  function rounded(low, high) {
    const rough = (high - low || Math.abs(high) || 1) / 4, power = 10 ** Math.floor(Math.log10(rough));
    const interval = [1, 2, 2.5, 5, 10].find(step => step * power >= rough) * power;
    return { min: Math.floor(low / interval + 1e-9) * interval, max: Math.ceil(high / interval - 1e-9) * interval, interval };
  }

  function bars(chart) {
    const rows = chart.rows, part = chart.type === 'part';
    const whiskers = (params, api) => {
      const low = api.coord([api.value(1), api.value(0)]), high = api.coord([api.value(2), api.value(0)]);
      // A halo in the paper's colour keeps the whisker readable on its own bar.
      const children = [];
      for (const [stroke, width] of [[paper, 3.25], [ink, 1.25]]) {
        children.push(line(low[0], low[1], high[0], high[1], stroke, width));
        for (const end of [low, high]) children.push(line(end[0], end[1] - 4, end[0], end[1] + 4, stroke, width));
      }
      return { type: 'group', silent: true, children };
    };
    const all = rows.map((row, i) => [row.all, i]).filter(point => point[0] !== null && point[0] !== undefined);
    return {
      height: rows.length * (part ? 22 : 30) + 48,
      option: {
        ...base(),
        grid: { left: 2, right: 18, top: 6, bottom: 4, containLabel: true },
        xAxis: {
          // A bar's length is its value, so it starts at 0; a dot's place is, so its axis may start anywhere.
          type: 'value', min: chart.type === 'bars' ? 0 : undefined, scale: chart.type !== 'bars', splitNumber: 4,
          ...(chart.type === 'bars' ? ceiling(rows) : part ? rounded(chart.low, chart.high) : {}),
          axisLabel: { ...axisText, formatter: short, hideOverlap: true },
          splitLine: { lineStyle: { color: rule } }
        },
        yAxis: {
          type: 'category', inverse: true, data: rows.map(row => row.name), axisTick: { show: false },
          axisLine: { lineStyle: { color: muted } },
          axisLabel: { ...axisText, color: ink, fontSize: part ? 12 : 13, width: part ? 110 : 190, overflow: 'truncate' }
        },
        series: [
          {
            ...(chart.type === 'bars' ? { type: 'bar', barWidth: 15 } : { type: 'scatter', symbolSize: part ? 9 : 11, z: 4 }),
            emphasis: { disabled: true },
            data: rows.map((row, i) => ({ value: chart.type === 'bars' ? row.mean : [row.mean, i], itemStyle: { color: fill[row.kind], opacity: 1 } })),
            tooltip: { formatter: p => tip(rows[p.dataIndex], chart.metric, rows[p.dataIndex].note && escape(rows[p.dataIndex].note)) }
          },
          { type: 'custom', renderItem: whiskers, silent: true, z: 3, encode: { x: [1, 2], y: 0 }, data: rows.map((row, i) => [i, row.low, row.high]), tooltip: { show: false } },
          {
            type: 'scatter', symbol: 'diamond', symbolSize: 9, z: 4, data: all, emphasis: { disabled: true },
            itemStyle: { color: paper, borderColor: ink, borderWidth: 1.25, opacity: 1 },
            tooltip: { formatter: p => '<div class="tip"><b>' + escape(rows[p.data[1]].name) + '</b><br>all test users<br>' + escape(chart.metric) + ' ' + number(p.data[0]) + '</div>' }
          }
        ]
      }
    };
  }

  // Names beside their points, moved up or down to where no other name is.
  function labels() {
    const taken = new Map();
    return params => {
      const others = [...taken].filter(([index]) => index !== params.dataIndex).map(([, box]) => box);
      // Reckoned from the point: the label's own place holds the shift of the last drawing.
      const { width, height } = params.labelRect, point = params.rect;
      const x = point.x + point.width, y = point.y + point.height / 2;
      const free = dy => others.every(box => x > box.x + box.width || x + width < box.x || Math.abs(y + dy - box.y) >= height + 3);
      const dy = [0, -14, 14, -28, 28, -42, 42].find(free) ?? 0;
      taken.set(params.dataIndex, { x, y: y + dy, width, height });
      return { dy };
    };
  }

  function costs(chart) {
    const rows = chart.rows;
    const joined = (chart.frontier ?? []).map(name => rows.find(row => row.name === name)).filter(row => row);
    const top = Math.max(.01, ...rows.map(row => row.high));
    // Points that are all far from 0 would crowd on an axis that starts there.
    const far = Math.min(...rows.map(row => row.low)) > top / 3;
    const whiskers = (params, api) => {
      const low = api.coord([api.value(0), api.value(1)]), high = api.coord([api.value(0), api.value(2)]);
      return { type: 'group', silent: true, children: [line(low[0], low[1], high[0], high[1], rule, 1.5)] };
    };
    return {
      height: 380,
      option: {
        ...base(),
        grid: { left: 2, right: Math.min(130, 30 + 7 * Math.max(...rows.map(row => row.name.length))), top: 8, bottom: 26, containLabel: true },
        xAxis: {
          type: 'log', logBase: 10, name: 'time a user', nameLocation: 'middle', nameGap: 30, nameTextStyle: axisText,
          axisLabel: { ...axisText, formatter: decade, hideOverlap: true }, axisLine: { onZero: false, lineStyle: { color: muted } }, splitLine: { lineStyle: { color: rule } }
        },
        yAxis: {
          type: 'value', splitNumber: 4, ...(far ? { scale: true } : { min: -top * .06, ...ceiling(rows) }),
          axisLabel: { ...axisText, formatter: value => value < 0 ? '' : short(value) },
          splitLine: { lineStyle: { color: rule } }
        },
        series: [
          { type: 'custom', renderItem: whiskers, silent: true, z: 1, encode: { x: 0, y: [1, 2] }, data: rows.map(row => [row.seconds, row.low, row.high]), tooltip: { show: false } },
          { type: 'line', silent: true, z: 2, symbol: 'none', lineStyle: { color: muted, width: 1, type: 'dashed' }, data: joined.map(row => [row.seconds, row.mean]), tooltip: { show: false } },
          {
            type: 'scatter', z: 3, symbolSize: 12, emphasis: { disabled: true },
            data: rows.map(row => ({
              value: [row.seconds, row.mean], symbol: row.kind === 'CLASSIC' ? 'circle' : row.kind === 'AGENT' ? 'rect' : 'triangle',
              itemStyle: { color: fill[row.kind], borderColor: paper, borderWidth: 1, opacity: 1 }
            })),
            label: { show: true, position: 'right', distance: 6, color: ink, fontFamily: font, fontSize: 12, formatter: p => rows[p.dataIndex].name },
            labelLayout: labels(),
            tooltip: { formatter: p => tip(rows[p.dataIndex], chart.metric, duration(rows[p.dataIndex].seconds) + ' a user') }
          }
        ]
      }
    };
  }

  function heat(chart) {
    const rows = chart.counts, totals = rows.map(row => row.reduce((a, b) => a + b, 0));
    const cells = rows.flatMap((row, i) => row.map((count, j) => [j, i, totals[i] ? count / totals[i] : 0, count]));
    return {
      height: rows.length * 46 + 64,
      option: {
        ...base(),
        grid: { left: 34, right: 8, top: 4, bottom: 26, containLabel: true },
        xAxis: {
          type: 'category', data: chart.columns, name: chart.x, nameLocation: 'middle', nameGap: 26, nameTextStyle: axisText,
          axisLabel: { ...axisText, color: ink }, axisTick: { show: false }, axisLine: { show: false }
        },
        yAxis: {
          type: 'category', inverse: true, data: chart.rows, name: chart.y, nameLocation: 'middle', nameGap: 26, nameTextStyle: axisText,
          axisLabel: { ...axisText, color: ink }, axisTick: { show: false }, axisLine: { show: false }
        },
        // Opacity over the paper follows light and dark; a colour scale would not.
        series: [{
          type: 'custom', encode: { x: 0, y: 1 }, data: cells,
          renderItem: (params, api) => {
            const [x, y] = api.coord([api.value(0), api.value(1)]), [w, h] = api.size([1, 1]);
            const share = api.value(2), count = api.value(3);
            return {
              type: 'group', children: [
                { type: 'rect', shape: { x: x - w / 2 + 1, y: y - h / 2 + 1, width: w - 2, height: h - 2 }, style: { fill: 'var(--wine)', opacity: .06 + .84 * share } },
                { type: 'text', style: { x, y, text: count.toLocaleString('en') + '\n' + Math.round(100 * share) + ' %', align: 'center', verticalAlign: 'middle', fill: share > .5 ? paper : ink, fontFamily: font, fontSize: 12, lineHeight: 15 } }
              ]
            };
          },
          tooltip: { formatter: p => '<div class="tip">' + escape(chart.y + ' ' + chart.rows[p.data[1]] + ', ' + chart.x + ' ' + chart.columns[p.data[0]]) + '<br>' + p.data[3] + ' pairs, ' + Math.round(100 * p.data[2]) + ' % of the row</div>' }
        }]
      }
    };
  }

  function scatter(chart) {
    const points = chart.points, values = points.flatMap(point => [point.x, point.y]);
    const low = Math.min(...values), high = Math.max(...values), room = (high - low) * .06 || .05;
    const range = { min: +(low - room).toFixed(3), max: +(high + room).toFixed(3) };
    const axis = name => ({
      type: 'value', ...range, name, nameLocation: 'middle', nameTextStyle: axisText, splitNumber: 4,
      axisLabel: { ...axisText, formatter: short, hideOverlap: true }, splitLine: { lineStyle: { color: rule } }
    });
    return {
      height: 440,
      option: {
        ...base(),
        grid: { left: 26, right: 18, top: 8, bottom: 26, containLabel: true },
        xAxis: { ...axis(chart.x), nameGap: 30 },
        yAxis: { ...axis(chart.y), nameGap: 40 },
        series: [
          { type: 'line', silent: true, symbol: 'none', data: [[range.min, range.min], [range.max, range.max]], lineStyle: { color: muted, type: 'dashed', width: 1 }, tooltip: { show: false } },
          {
            type: 'scatter', symbolSize: 10, emphasis: { disabled: true },
            data: points.map(point => ({ value: [point.x, point.y], itemStyle: { color: point.marked ? 'var(--wine)' : 'var(--stone)', opacity: .85, borderColor: paper, borderWidth: 1 } })),
            tooltip: { formatter: p => '<div class="tip"><b>' + escape(points[p.dataIndex].name) + '</b><br>' + escape(chart.x) + ' ' + number(p.data.value[0]) + '<br>' + escape(chart.y) + ' ' + number(p.data.value[1]) + '</div>' }
          }
        ]
      }
    };
  }

  function columns(chart) {
    return {
      height: 260,
      option: {
        ...base(),
        grid: { left: 2, right: 8, top: 8, bottom: 4, containLabel: true },
        xAxis: {
          type: 'category', data: chart.names, axisTick: { show: false }, axisLine: { onZero: true, lineStyle: { color: muted } },
          axisLabel: { ...axisText, show: chart.names.length <= 40, rotate: chart.names.length > 8 ? 60 : 0, hideOverlap: true }
        },
        yAxis: { type: 'value', splitNumber: 4, axisLabel: { ...axisText, formatter: short }, splitLine: { lineStyle: { color: rule } } },
        series: [{
          type: 'bar', barMaxWidth: 18, emphasis: { disabled: true },
          data: chart.values.map(value => ({ value, itemStyle: { color: value < 0 ? 'var(--stone)' : 'var(--wine)', opacity: 1 } })),
          tooltip: { formatter: p => '<div class="tip"><b>' + escape(chart.names[p.dataIndex]) + '</b><br>' + escape(chart.metric) + ' ' + number(p.data.value) + '</div>' }
        }]
      }
    };
  }

  const drawings = { cost: costs, heat, scatter, columns };
  const drawn = new Map();

  // Draws a chart, or draws it anew with the rows that a filter leaves.
  function draw(element) {
    const chart = data.charts[element.id], keep = element.closest('.filtered')?.keep;
    const shown = keep && chart.rows ? { ...chart, rows: chart.rows.filter(row => keep(row.name)) } : chart;
    const { height, option } = (drawings[chart.type] ?? bars)(shown);
    element.style.height = height + 'px';
    if (!drawn.has(element)) {
      drawn.set(element, echarts.init(element, null, { renderer: 'svg' }));
      new ResizeObserver(() => drawn.get(element).resize()).observe(element);
    }
    drawn.get(element).resize();
    drawn.get(element).setOption(option, { notMerge: true });
  }

  // What is folded has no width yet.
  const folded = element => element.closest('details:not([open])');
  for (const element of document.querySelectorAll('.chart')) {
    const fold = folded(element);
    if (fold) fold.addEventListener('toggle', () => draw(element), { once: true });
    else draw(element);
  }

  for (const part of document.querySelectorAll('.filtered')) {
    const tables = [...part.querySelectorAll('table')].filter(table => table.tHead.rows[0].cells[0].textContent === 'contender');
    const rows = tables.flatMap(table => [...table.tBodies[0].rows]);
    const names = [...new Set(rows.map(row => row.cells[0].textContent))].filter(name => !name.startsWith('('));
    if (names.length < 3) continue;
    const label = document.createElement('label'), input = document.createElement('input'), note = document.createElement('span');
    label.className = 'filter';
    input.type = 'search';
    input.placeholder = 'all; or parts of names, such as ' + names.slice(0, 2).join(', ');
    note.setAttribute('role', 'status');
    label.append('Show contenders', input, note);
    part.prepend(label);
    const filter = () => {
      const words = input.value.toLowerCase().split(',').map(word => word.trim()).filter(word => word);
      const wanted = name => words.some(word => name.toLowerCase().includes(word));
      const found = names.filter(wanted);
      part.keep = found.length ? wanted : undefined;
      input.setAttribute('aria-invalid', String(words.length > 0 && !found.length));
      note.textContent = !words.length ? '' : found.length ? found.length + ' of ' + names.length + ' shown' : 'no name has this in it: all are shown';
      for (const row of rows) {
        const name = row.cells[0].textContent;
        row.hidden = Boolean(part.keep) && !name.startsWith('(') && !wanted(name);
      }
      part.querySelectorAll('.chart').forEach(element => { if (drawn.has(element)) draw(element); });
    };
    input.addEventListener('input', filter);
  }
})();
