package dev.babyagi.client;

import java.util.List;
import java.util.stream.Collectors;

import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.api.EventsApi;
import org.openapitools.client.api.ModelsApi;
import org.openapitools.client.api.ObjectivesApi;
import org.openapitools.client.api.ToolsApi;
import org.openapitools.client.api.WorkApi;
import org.openapitools.client.model.CancelRequest;
import org.openapitools.client.model.LimitsRequest;
import org.openapitools.client.model.Objective;
import org.openapitools.client.model.ObjectivePage;
import org.openapitools.client.model.ObjectiveRequest;
import org.openapitools.client.model.Plan;
import org.openapitools.client.model.Task;

/**
 * One objective with all its views, through the Java client that was generated from the
 * served description. Prints what went wrong and ends with 1, or prints one line.
 */
public final class ClientJourney {

	private ClientJourney() {
	}

	public static void main(String[] args) throws ApiException {
		ApiClient client = new ApiClient();
		client.updateBaseUri(args[0]);
		ObjectivesApi objectives = new ObjectivesApi(client);
		WorkApi work = new WorkApi(client);
		Objective created = objectives.createObjective(new ObjectiveRequest().objective("What is (3 + 5) * 2 - 4 / 8?")
			.limits(new LimitsRequest().maxTasks(5))
			.putMetadataItem("client", "java"), "wait=30", "java-" + System.nanoTime());
		String id = created.getId();
		Objective ended = objectives.getObjective(id, null);
		check("completed", ended.getState().getValue());
		check("goal_met", ended.getStopReason().getValue());
		check("15.5", ended.getResult().getAnswer());
		check(null, ended.getPollAfterMs());
		check(null, ended.getError());
		check(5, ended.getLimits().getMaxTasks());
		Plan plan = work.getPlan(id);
		List<Task> tasks = work.listTasks(id).getItems();
		check(plan.getTasks().stream().map((task) -> task.getId()).collect(Collectors.toList()),
				tasks.stream().map(Task::getId).collect(Collectors.toList()));
		Task last = work.getTask(id, tasks.get(tasks.size() - 1).getId());
		check("succeeded", last.getState().getValue());
		check("15.5", last.getArtifact().getText());
		check("15.5", work.getResult(id).getClaims().get(0).getText());
		check("objective.state", new EventsApi(client).listEvents(id, null, null, null).getItems().get(0).getType());
		ObjectivePage page = objectives.listObjectives("completed", null, ended.getContextId(), null, null, 20, null);
		check(id, page.getItems().get(0).getId());
		check(null, page.getNextCursor());
		check("calculator", new ToolsApi(client).listTools().getItems().get(0).getName());
		new ModelsApi(client).listModels().getItems().forEach((model) -> check(true, model.getContextTokens() > 0));
		refused(409, () -> work.cancelObjective(id, new CancelRequest()));
		objectives.eraseObjective(id);
		refused(404, () -> objectives.getObjective(id, null));
		System.out.println("The Java client went through objective " + id);
	}

	private static void refused(int status, Call call) throws ApiException {
		try {
			call.send();
		}
		catch (ApiException ex) {
			check(status, ex.getCode());
			return;
		}
		throw new IllegalStateException("Not refused with " + status);
	}

	private static void check(Object wanted, Object found) {
		if (!String.valueOf(wanted).equals(String.valueOf(found))) {
			throw new IllegalStateException("Wanted " + wanted + ", found " + found);
		}
	}

	private interface Call {

		void send() throws ApiException;

	}

}
