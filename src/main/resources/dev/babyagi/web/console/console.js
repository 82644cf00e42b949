// Shows objectives and posts them, by the public API alone. Every text that comes from the service is set as a text
// node, so none of it is ever read as markup.

const AGAIN = 5000;
const SVG = 'http://www.w3.org/2000/svg';
const DRAWN = ['svg', 'g', 'title', 'desc', 'rect', 'path', 'line', 'circle', 'ellipse', 'polygon', 'text', 'tspan'];
const ENDED = ['completed', 'failed', 'canceled'];
const MOMENT = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const NUMBER = new Intl.NumberFormat();

const find = (id) => document.getElementById(id);
const words = (name) => (name ?? '').replaceAll('_', ' ');

function element(name, attributes = {}, ...content) {
	const made = document.createElement(name);
	Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, value));
	made.append(...content);
	return made;
}

/** Leaves a node alone that says the same already: a selection stays, and nothing is read aloud twice. */
function say(node, text) {
	if (node.textContent !== text) {
		node.textContent = text;
	}
}

function sayState(node, state) {
	say(node, words(state));
	node.className = 'state ' + (state ?? '');
}

function when(instant) {
	return element('time', { datetime: instant }, MOMENT.format(new Date(instant)));
}

function took(from, to) {
	const ms = (to ? new Date(to) : new Date()) - new Date(from);
	if (ms < 1000) {
		return Math.max(0, ms) + ' ms';
	}
	const s = ms / 1000;
	return (s < 60) ? s.toFixed(1) + ' s' : Math.floor(s / 60) + ' min ' + Math.floor(s % 60) + ' s';
}

/** Lets a text be scrolled by the keyboard where it does not fit. */
function reach(node) {
	if (node.scrollHeight > node.clientHeight) {
		node.tabIndex = 0;
	}
}

/** Runs the work one at a time, and once more if it was asked for meanwhile. */
function gather(work, pause = 250) {
	let wanted = false;
	let running = false;
	return async () => {
		wanted = true;
		if (running) {
			return;
		}
		running = true;
		while (wanted) {
			wanted = false;
			await work().catch(console.error);
			await new Promise((done) => setTimeout(done, pause));
		}
		running = false;
	};
}

// The service

async function call(path, options = {}) {
	const headers = { Accept: 'application/json, application/problem+json', ...options.headers };
	let response;
	try {
		response = await fetch(path, { ...options, headers });
	}
	catch {
		throw new Error('The service cannot be reached.');
	}
	const body = await response.json().catch(() => ({}));
	if (response.ok) {
		return body;
	}
	const problem = new Error(body.detail ?? body.title ?? 'The service answered with status ' + response.status + '.');
	throw Object.assign(problem, { status: response.status, errors: body.errors ?? [] });
}

function post(path, body, headers = {}) {
	return call(path, {
		method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', ...headers }
	});
}

function showProblem(node, problem) {
	node.hidden = !problem;
	node.replaceChildren();
	if (problem) {
		node.append(element('p', {}, problem.message));
		if (problem.errors?.length) {
			node.append(element('ul', {}, ...problem.errors.map((one) => element('li', {}, one.pointer + ': ' + one.detail))));
		}
	}
}

/**
 * A stream of events. A browser gives up when it is refused, so it is opened again. While the page is hidden it is
 * closed: a browser opens no more than six connections to a server, for all pages together.
 */
class EventFeed {

	static all = new Set();

	constructor(path, listeners, refused = () => undefined) {
		this.path = path;
		this.listeners = listeners;
		this.refused = refused;
		EventFeed.all.add(this);
		this.open();
	}

	open() {
		this.pause();
		if (document.hidden) {
			return;
		}
		const source = new EventSource(this.path);
		this.source = source;
		source.onopen = () => this.become('open');
		source.onerror = () => {
			this.become('lost');
			if (source.readyState === EventSource.CLOSED) {
				this.timer = setTimeout(() => this.open(), AGAIN);
				this.refused();
			}
		};
		Object.entries(this.listeners).forEach(([type, listener]) =>
			source.addEventListener(type, (event) => listener(JSON.parse(event.data).data)));
	}

	pause() {
		clearTimeout(this.timer);
		this.source?.close();
	}

	close() {
		this.pause();
		EventFeed.all.delete(this);
		EventFeed.tell();
	}

	become(state) {
		this.state = state;
		EventFeed.tell();
	}

	static tell() {
		const states = [...EventFeed.all].map((feed) => feed.state);
		const lost = states.includes('lost');
		const opening = states.includes(undefined);
		find('connection').classList.toggle('lost', lost);
		say(find('connection'), lost ? 'Connection lost, trying again' : opening ? 'Connecting' : 'Connected');
	}

}

// The list

class ObjectiveList {

	rows = new Map();

	load = gather(async () => {
		try {
			this.show((await call('v1/objectives?limit=20')).items);
			showProblem(find('list-problem'));
		}
		catch (problem) {
			showProblem(find('list-problem'), problem);
		}
	}, 1000);

	constructor() {
		this.load();
		const change = (data) => this.change(data);
		this.feed = new EventFeed('v1/events', {
			'objectives.snapshot': () => this.load(), 'objective.state': change, 'objective.completed': change,
			'objective.failed': change, 'objective.canceled': change
		});
	}

	change(data) {
		const row = this.rows.get(data.objectiveId);
		if (row) {
			sayState(row.state, data.state);
		}
		else {
			this.load();
		}
	}

	show(items) {
		const rows = new Map(items.map((item) => [item.id, this.rows.get(item.id) ?? this.row(item)]));
		items.forEach((item) => sayState(rows.get(item.id).state, item.state));
		this.rows = rows;
		const nodes = [...rows.values()].map((row) => row.node);
		if (nodes.length !== find('list').children.length || nodes.some((node, at) => find('list').children[at] !== node)) {
			find('list').replaceChildren(...nodes);
		}
		find('list-empty').hidden = items.length > 0;
		this.mark();
	}

	row(item) {
		const state = element('span', { class: 'state' });
		const link = element('a', { href: '#' + item.id }, element('span', { class: 'name' }, item.objective),
			element('span', { class: 'row' }, state, when(item.createdAt)));
		return { state, link, node: element('li', {}, link) };
	}

	mark() {
		this.rows.forEach((row, id) => {
			if (id === shown?.id) {
				row.link.setAttribute('aria-current', 'page');
			}
			else {
				row.link.removeAttribute('aria-current');
			}
		});
	}

}

// One objective

class ObjectiveDetails {

	tasks = new Map();

	rows = new Map();

	/** What a model has written so far, by task. */
	drafts = new Map();

	refresh = gather(() => this.load());

	draw = gather(() => this.loadPicture());

	constructor(id) {
		this.id = id;
		this.path = 'v1/objectives/' + id;
		find('details').hidden = true;
		find('plan').hidden = true;
		['picture', 'rows', 'facts'].forEach((node) => find(node).replaceChildren());
		say(find('text'), '');
		showProblem(find('problem'));
		this.loaded = new Promise((done) => {
			this.told = done;
		});
		this.refresh();
	}

	get left() {
		return shown !== this;
	}

	close() {
		this.feed?.close();
		this.feed = undefined;
	}

	async load() {
		try {
			const [objective, tasks] = await Promise.all([call(this.path), call(this.path + '/tasks')]);
			if (!this.left) {
				this.show(objective, tasks.items);
			}
		}
		catch (problem) {
			if (!this.left) {
				showProblem(find('problem'), problem);
				find('details').hidden = !this.objective;
			}
			if (problem.status === 404) {
				this.close();
			}
			else if (!this.feed) {
				setTimeout(() => this.left || this.refresh(), AGAIN);
			}
		}
		this.told();
	}

	follow() {
		const state = (data) => this.change(data);
		const plan = () => {
			this.refresh();
			this.draw();
		};
		this.feed = new EventFeed(this.path + '/events', {
			'objective.snapshot': (data) => {
				this.change(data);
				if (data.plan) {
					this.draw();
				}
			},
			'objective.state': state, 'objective.completed': state, 'objective.failed': state, 'objective.canceled': state,
			'plan.created': plan, 'plan.revised': plan, 'task.state': (data) => this.changeTask(data.task),
			'task.delta': (data) => this.write(data)
		}, () => this.refresh());
	}

	/** The stream ends with the objective, which is no loss. */
	change(data) {
		this.showState(data);
		if (ENDED.includes(data.state)) {
			this.close();
		}
		this.refresh();
	}

	changeTask(news) {
		const task = this.tasks.get(news.id);
		if (task) {
			task.state = news.state;
			task.attempt = news.attempt;
			this.showTask(task);
			this.paint();
		}
		this.refresh();
	}

	/** A higher attempt or version makes the text so far obsolete. */
	write({ task: { id, attempt }, version, text }) {
		const draft = this.drafts.get(id);
		const order = draft ? attempt - draft.attempt || version - draft.version : 1;
		if (order >= 0) {
			this.drafts.set(id, { attempt, version, text: (order === 0) ? draft.text + text : text });
		}
		if (this.tasks.has(id)) {
			this.showTask(this.tasks.get(id));
		}
	}

	show(objective, tasks) {
		const first = !this.objective;
		this.objective = objective;
		this.tasks = new Map(tasks.map((task) => [task.id, task]));
		showProblem(find('problem'), objective.error ? { message: objective.error.detail } : undefined);
		find('details').hidden = false;
		say(find('text'), objective.objective);
		document.title = objective.objective.slice(0, 60) + ' - BabyAGI';
		this.showState(objective);
		this.showFacts(objective);
		this.showResult(objective.result);
		this.showTasks();
		if (ENDED.includes(objective.state)) {
			this.close();
		}
		else if (!this.feed) {
			this.follow();
		}
		if (first && tasks.length > 0) {
			this.draw();
		}
		this.paint();
	}

	showState({ state, phase, stopReason, completeness }) {
		const ended = ENDED.includes(state);
		sayState(find('state'), state);
		say(find('reason'), (completeness === 'partial' ? 'a part of it, ' : '') + words(ended ? stopReason : phase));
		find('cancel').hidden = ended;
	}

	showFacts({ createdAt, startedAt, finishedAt, usage }) {
		const facts = [['Created', when(createdAt)]];
		if (startedAt && finishedAt) {
			facts.push(['Took', took(startedAt, finishedAt)]);
		}
		facts.push(['Model calls', NUMBER.format(usage.modelCalls)],
			['Tokens', NUMBER.format(usage.inputTokens + usage.outputTokens)], ['Cost', '$' + usage.costUsd]);
		find('facts').replaceChildren(...facts.map(([name, fact]) =>
			element('div', {}, element('dt', {}, name), element('dd', {}, fact))));
	}

	showResult(result) {
		find('outcome').hidden = !result;
		const text = (result?.mediaType === 'text/plain') ? String(result.answer) : JSON.stringify(result?.answer, null, 2);
		say(find('reply'), result ? text : '');
		find('reply').classList.toggle('short', !!result && text.length < 40);
		reach(find('reply'));
		find('warnings').replaceChildren(...(result?.warnings ?? []).map((warning) => element('li', {}, warning)));
		const claims = result?.claims ?? [];
		find('claims-title').hidden = claims.length === 0;
		find('claims').replaceChildren(...claims.map((claim) => this.claim(claim)));
	}

	claim({ text, cites }) {
		const links = cites.flatMap((id) => [' ', this.tasks.has(id)
			? element('a', { href: '#' + this.id + '/' + id, 'aria-label': 'Task ' + id }, id) : id]);
		return element('li', {}, text + ' ', ...(links.length ? [element('span', { class: 'cites' }, 'by', ...links)] : []));
	}

	showTasks() {
		const tasks = [...this.tasks.values()];
		this.rows = new Map(tasks.map((task) => [task.id, this.rows.get(task.id) ?? this.row(task)]));
		const nodes = [...this.rows.values()].map((row) => row.node);
		if (nodes.length !== find('rows').children.length || nodes.some((node, at) => find('rows').children[at] !== node)) {
			find('rows').replaceChildren(...nodes);
		}
		tasks.forEach((task) => this.showTask(task));
		find('tasks').hidden = tasks.length === 0;
		find('no-tasks').hidden = tasks.length > 0;
		say(find('no-tasks'), !this.objective.finishedAt ? 'There is no plan yet.' : 'It ended without a plan.');
		const done = tasks.filter((task) => task.state === 'succeeded').length;
		say(find('count'), tasks.length ? done + ' of ' + tasks.length + ' succeeded' : '');
	}

	row(task) {
		const row = {
			state: element('span', { class: 'state' }), more: element('div', { class: 'more' }),
			output: element('div', { class: 'output' })
		};
		const doer = task.tool ? task.assignment + ' ' + task.tool : task.assignment;
		const needs = task.dependsOn.length ? ', needs ' + task.dependsOn.join(', ') : '';
		row.node = element('tr', { role: 'row', tabindex: '-1' },
			element('th', { role: 'rowheader', scope: 'row' }, element('span', { class: 'id' }, task.id),
				element('span', { class: 'title' }, task.title), element('div', { class: 'more' }, doer + needs)),
			element('td', { role: 'cell' }, row.state, row.more), element('td', { role: 'cell' }, row.output));
		return row;
	}

	showTask(task) {
		const row = this.rows.get(task.id);
		const draft = this.drafts.get(task.id);
		const written = task.artifact?.text ?? task.error;
		const times = [task.attempt > 1 ? 'attempt ' + task.attempt : '',
			task.startedAt && task.finishedAt ? took(task.startedAt, task.finishedAt) : ''];
		sayState(row.state, task.state);
		say(row.more, times.filter(Boolean).join(', '));
		say(row.output, written ?? draft?.text ?? '');
		row.output.className = 'output' + (task.artifact ? '' : task.error ? ' error' : ' draft');
		reach(row.output);
	}

	async loadPicture() {
		const response = await fetch(this.path + '/plan', { headers: { Accept: 'image/svg+xml' } }).catch(() => undefined);
		const drawn = response?.ok && response.headers.get('Content-Type')?.startsWith('image/svg+xml');
		const picture = drawn ? readPicture(await response.text()) : undefined;
		if (!this.left) {
			find('plan').hidden = !picture;
			find('picture').replaceChildren(...(picture ? [picture] : []));
			picture?.classList.toggle('wide', picture.viewBox.baseVal.width > 1.3 * find('picture').clientWidth);
			this.paint();
		}
	}

	/** Shows the states of the tasks in the picture. */
	paint() {
		const groups = new Map([...find('picture').querySelectorAll('g.task')].map((group) => [group.dataset.id, group]));
		this.tasks.forEach(({ id, state }) => {
			const group = groups.get('task-' + id) ?? groups.get('task-' + id.replaceAll(/[^A-Za-z0-9]/g, '_'));
			const text = group?.querySelector('.state, [text-anchor=end]');
			if (group && !group.classList.contains(state)) {
				const label = group.getAttribute('aria-label') ?? id;
				const told = text?.textContent ? ', ' + text.textContent : '';
				const now = (label.endsWith(told) ? label.slice(0, label.length - told.length) : label) + ', ' + state;
				group.setAttribute('class', 'task ' + state);
				group.setAttribute('aria-label', now);
				group.querySelector('title')?.replaceChildren(now);
				text?.replaceChildren(state);
			}
		});
	}

}

/**
 * Reads an SVG document and keeps only shapes and texts. Ids become data, so that none stands for one of the page. A
 * style sheet goes before the rest is read, since the policy of the page would report it.
 */
function readPicture(text) {
	const plain = text.replace(/<style[^]*?<\/style>/g, '');
	const picture = new DOMParser().parseFromString(plain, 'image/svg+xml').documentElement;
	if (picture.namespaceURI !== SVG || picture.localName !== 'svg') {
		return undefined;
	}
	for (const node of [picture, ...picture.querySelectorAll('*')]) {
		if (node.namespaceURI !== SVG || !DRAWN.includes(node.localName)) {
			node.remove();
		}
		else {
			[...node.attributes].filter(({ name }) => /^on|^style$|href$|^id$/i.test(name)).forEach(({ name, value }) => {
				node.removeAttribute(name);
				if (name === 'id') {
					node.dataset.id = value;
				}
			});
		}
	}
	return document.importNode(picture, true);
}

// The page

let shown;
const list = new ObjectiveList();

async function route(event) {
	const [id, task] = location.hash.slice(1).split('/');
	if (id === 'main') {
		return;
	}
	const known = /^obj_[0-9A-Z]{26}$/.test(id);
	if (id !== (shown?.id ?? '')) {
		shown?.close();
		shown = undefined;
		document.title = 'BabyAGI';
		if (known) {
			shown = new ObjectiveDetails(id);
		}
	}
	document.body.classList.toggle('chosen', id !== '');
	find('nothing').hidden = id !== '';
	find('objective').hidden = id === '';
	if (id && !known) {
		find('details').hidden = true;
		showProblem(find('problem'), { message: 'The address names no objective.' });
	}
	list.mark();
	const here = shown;
	await here?.loaded;
	if (event && here && here === shown) {
		(here.rows.get(task)?.node ?? find('text')).focus();
	}
}

/** The same text is sent with the same key until it was accepted, so that it is never begun twice. */
let key;

find('wanted').addEventListener('input', () => {
	key = undefined;
});

find('wanted').addEventListener('keydown', (event) => {
	if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
		event.preventDefault();
		find('form').requestSubmit();
	}
});

find('examples').addEventListener('click', (event) => {
	if (event.target.type === 'button') {
		find('wanted').value = event.target.textContent;
		key = undefined;
		find('wanted').focus();
	}
});

find('form').addEventListener('submit', async (event) => {
	event.preventDefault();
	key ??= [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
	find('start').disabled = true;
	showProblem(find('refused'));
	try {
		const accepted = await post('v1/objectives', { objective: find('wanted').value }, { 'Idempotency-Key': key });
		key = undefined;
		find('wanted').value = '';
		list.load();
		location.hash = accepted.id;
	}
	catch (problem) {
		showProblem(find('refused'), problem);
	}
	find('start').disabled = false;
});

find('cancel').addEventListener('click', async () => {
	const here = shown;
	find('cancel').disabled = true;
	try {
		await post(here.path + '/cancel', {});
	}
	catch (problem) {
		if (here === shown) {
			showProblem(find('problem'), problem);
		}
	}
	find('cancel').disabled = false;
});

document.addEventListener('visibilitychange', () =>
	EventFeed.all.forEach((feed) => document.hidden ? feed.pause() : feed.open()));
window.addEventListener('hashchange', route);
route();
