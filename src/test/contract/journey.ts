// One objective with all its views, through the TypeScript client that was generated from the served description.
// Fails with what went wrong, or prints one line.
import { Configuration, EventsApi, ModelsApi, ObjectivesApi, ToolsApi, WorkApi } from './index';

declare const process: { argv: string[]; exit(code: number): void };

function check(wanted: unknown, found: unknown): void {
    if (JSON.stringify(wanted) !== JSON.stringify(found)) {
        throw new Error(`Wanted ${JSON.stringify(wanted)}, found ${JSON.stringify(found)}`);
    }
}

async function refused(status: number, call: Promise<unknown>): Promise<void> {
    const failure = await call.then(() => undefined, (error) => error);
    check(status, failure?.response?.status);
}

async function journey(basePath: string): Promise<void> {
    const configuration = new Configuration({ basePath });
    const objectives = new ObjectivesApi(configuration);
    const work = new WorkApi(configuration);
    const created = await objectives.createObjective({
        objectiveRequest: {
            objective: 'What is (3 + 5) * 2 - 4 / 8?', limits: { maxTasks: 5 }, metadata: { client: 'typescript' },
        },
        prefer: 'wait=30',
        idempotencyKey: `typescript-${Date.now()}`,
    });
    const id = created.id;
    const ended = await objectives.getObjective({ id });
    check('completed', ended.state);
    check('goal_met', ended.stopReason);
    check('15.5', ended.result!.answer);
    check(true, ended.finishedAt! >= ended.createdAt);
    check([null, null], [ended.pollAfterMs, ended.error]);
    check(5, ended.limits.maxTasks);
    const plan = await work.getPlan({ id });
    const tasks = (await work.listTasks({ id })).items;
    check(plan.tasks.map((task) => task.id), tasks.map((task) => task.id));
    const last = await work.getTask({ id, taskId: tasks[tasks.length - 1].id });
    check(['succeeded', '15.5'], [last.state, last.artifact!.text]);
    check('15.5', (await work.getResult({ id })).claims[0].text);
    check('objective.state', (await new EventsApi(configuration).listEvents({ id })).items[0].type);
    const page = await objectives.listObjectives({ state: 'completed', contextId: ended.contextId, limit: 20 });
    check([id, null], [page.items[0].id, page.nextCursor]);
    check('calculator', (await new ToolsApi(configuration).listTools()).items[0].name);
    (await new ModelsApi(configuration).listModels()).items.forEach((model) => check(true, model.contextTokens > 0));
    await refused(409, work.cancelObjective({ id, cancelRequest: {} }));
    await objectives.eraseObjective({ id });
    await refused(404, objectives.getObjective({ id }));
    console.log(`The TypeScript client went through objective ${id}`);
}

journey(process.argv[2]).catch((error) => {
    console.error(error);
    process.exit(1);
});
