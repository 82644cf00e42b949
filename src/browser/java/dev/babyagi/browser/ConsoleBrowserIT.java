package dev.babyagi.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import dev.babyagi.fake.FakeEndpoint;
import dev.babyagi.fake.FakeResponse;
import dev.babyagi.fake.ResponseScript;
import dev.babyagi.journey.ModelReplies;
import dev.babyagi.journey.ServiceClient;
import dev.babyagi.journey.ServiceOnH2;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The console as someone uses it who has Chromium. {@code ./mvnw verify -Pbrowser} runs
 * it. It needs Debian's package {@code chromium}, or {@code -Dchromium=} and the path of
 * another one.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ServiceOnH2
class ConsoleBrowserIT {

	private static final FakeEndpoint ENDPOINT = FakeEndpoint.start(working());

	private static final String WORK = "Look into all parts and say what was found";

	/** It would leave a trace in the page if it were ever read as markup. */
	private static final String HOSTILE = "<img src=x onerror='window.hit=alert(1)'><script>window.hit=1</script>";

	private static final String HOSTILE_ANSWER = """
			{"thought": "", "action": "finish", "answer": "%1$s", "claims": [{"text": "%1$s", "cites": ["t1"]}], "missing": []}
			"""
		.formatted(HOSTILE);

	/** A picture of one task that also brings what a picture must not bring. */
	private static final String HOSTILE_PICTURE = """
			<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 60" width="300" height="60" id="objective">
			<style>.box{fill:red}</style>
			<g id="task-t1" class="task ready" aria-label="t1: Part, ready"><rect class="box" width="90" height="60"/>
			<text y="40" text-anchor="end">ready</text></g>
			<script>window.hit=1</script>
			<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"><img src="x" onerror="window.hit=1"/></body></foreignObject>
			<image href="x" onerror="window.hit=1"/><a href="javascript:window.hit=1"><text>link</text></a>
			<rect id="rows" onload="window.hit=1" onclick="window.hit=1"/>
			</svg>
			""";

	private static Playwright playwright;

	private static Browser browser;

	@LocalServerPort
	private int port;

	private final List<String> complaints = new ArrayList<>();

	private Page page;

	@DynamicPropertySource
	static void endpoint(DynamicPropertyRegistry properties) {
		properties.add("babyagi.language.base-url", ENDPOINT::baseUrl);
		properties.add("babyagi.language.model", () -> "fake-1");
	}

	@BeforeAll
	static void launch() {
		Path chromium = Path.of(System.getProperty("chromium", "/usr/bin/chromium"));
		if (!Files.isExecutable(chromium)) {
			throw new AssertionError("There is no browser at " + chromium
					+ ": install Debian's package chromium, or name another one with -Dchromium=<path>");
		}
		playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		browser = playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(chromium).setArgs(List.of("--no-sandbox")));
		PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
	}

	@AfterAll
	static void close() {
		playwright.close();
		ENDPOINT.close();
	}

	@BeforeEach
	void open() {
		ENDPOINT.answer(working());
		ENDPOINT.ledger().clear();
		this.page = browser.newPage();
		this.page.onConsoleMessage((message) -> {
			if (message.type().equals("error") || message.type().equals("warning")) {
				this.complaints.add(message.text());
			}
		});
		this.page.onPageError(this.complaints::add);
		this.page.onDialog((dialog) -> this.complaints.add("dialog: " + dialog.message()));
		this.page.navigate("http://127.0.0.1:" + this.port + "/");
	}

	@AfterEach
	void leave() {
		ENDPOINT.pace(Duration.ZERO);
		this.page.close();
	}

	@Test
	void solvesEachExampleWithoutAModel() {
		for (String answer : List.of("15.5", "84", "36")) {
			int example = List.of("15.5", "84", "36").indexOf(answer);
			this.page.locator("#examples button").nth(example).click();
			this.page.locator("#start").click();
			locate("#reply").hasText(answer);
			locate("#state").hasText("completed");
			locate("#claims a").hasCount(1);
			locate("#list li:first-child .state").hasText("completed");
		}
		assertThat(ENDPOINT.ledger().size()).isZero();
		assertThat(this.complaints).isEmpty();
	}

	@Test
	void showsTasksWhileTheyAreWorkedOn() {
		CountDownLatch followed = new CountDownLatch(1);
		CountDownLatch gate = new CountDownLatch(1);
		String text = "Much was found in this part, and more than that. ".repeat(4).strip();
		ResponseScript executor = ResponseScript.always(FakeResponse.text(text)).behind(gate);
		ENDPOINT.answer(ModelReplies.working(ModelReplies.fan(3), executor, ModelReplies.ids(3)).behind(followed));
		ENDPOINT.pace(Duration.ofMillis(100));
		// The text of a call can be seen only if someone follows when it begins.
		this.page.waitForResponse("**/v1/objectives/*/events", () -> start(WORK));
		followed.countDown();
		locate("#rows .state.running").hasCount(3);
		locate("#picture g.task.running").hasCount(3);
		locate("#picture g.running [text-anchor=end]").hasText(new String[] { "running", "running", "running" });
		locate("#reason").hasText("executing");
		gate.countDown();
		locate("#rows .draft:not(:empty)").not().hasCount(0);
		locate("#rows .state.succeeded").hasCount(3);
		locate("#picture g.task.succeeded").hasCount(3);
		locate("#picture g[aria-label='t1: Part t1, think, succeeded']").hasCount(1);
		locate("#rows .output").hasText(new String[] { text, text, text });
		locate("#state").hasText("completed");
		locate("#reply").hasText("All parts were found.");
		locate("#claims a").hasText(new String[] { "t1", "t2", "t3" });
		locate("#cancel").isHidden();
		assertThat(this.complaints).isEmpty();
	}

	@Test
	void keepsHostileTextsTexts() {
		String plan = ModelReplies.fan(3).replace("Part t1", HOSTILE);
		ResponseScript executor = ResponseScript.always(FakeResponse.text(HOSTILE));
		ResponseScript joiner = ResponseScript.always(FakeResponse.text(HOSTILE_ANSWER));
		ENDPOINT.answer(ModelReplies.working(plan, executor, ModelReplies.ids(3))
			.except((request) -> request.schemaName().equals("join"), joiner));
		start(WORK + " " + HOSTILE);
		locate("#state").hasText("completed");
		locate("#text").hasText(WORK + " " + HOSTILE);
		locate("#list li:first-child .name").hasText(WORK + " " + HOSTILE);
		locate("#rows .title").hasText(new String[] { HOSTILE, "Part t2", "Part t3" });
		locate("#rows .output").hasText(new String[] { HOSTILE, HOSTILE, HOSTILE });
		locate("#reply").hasText(HOSTILE);
		locate("#claims li").containsText(new String[] { HOSTILE });
		locate("#picture g.task").hasCount(3);
		leavesNoTrace();
		this.page.reload();
		locate("#reply").hasText(HOSTILE);
		locate("#picture g.task").hasCount(3);
		leavesNoTrace();
		assertThat(this.complaints).isEmpty();
	}

	@Test
	void takesOnlyShapesAndTextsFromAPicture() {
		this.page.route("**/plan", (route) -> route
			.fulfill(new Route.FulfillOptions().setContentType("image/svg+xml").setBody(HOSTILE_PICTURE)));
		start(WORK);
		locate("#state").hasText("completed");
		locate("#picture g.task.succeeded").hasCount(1);
		locate("#picture rect").hasCount(2);
		leavesNoTrace();
		assertThat(this.complaints).isNotEmpty()
			.allMatch((complaint) -> complaint.startsWith("Executing inline event handler violates"));
	}

	/** Neither markup from a text nor anything else of a picture than shapes. */
	private void leavesNoTrace() {
		locate("img, image, style, foreignObject, iframe, svg a, svg script, svg [id], svg [onload], svg [onclick]")
			.hasCount(0);
		locate("script").hasCount(1);
		assertThat(this.page.evaluate("'hit' in window")).isEqualTo(false);
	}

	@Test
	void cancels() {
		CountDownLatch gate = new CountDownLatch(1);
		ENDPOINT.answer(ModelReplies.working(ModelReplies.fan(3),
				ResponseScript.always(FakeResponse.text("found")).behind(gate), ModelReplies.ids(3)));
		start(WORK);
		locate("#rows .state.running").hasCount(3);
		this.page.locator("#cancel").click();
		locate("#state").hasText("canceled");
		locate("#reason").hasText("canceled by client");
		locate("#rows .state.canceled").hasCount(3);
		gate.countDown();
		assertThat(this.complaints).isEmpty();
	}

	@Test
	void saysWhatIsWrongWithARequest() {
		start("   ");
		locate("#refused").isVisible();
		locate("#refused li").containsText("/objective");
		locate("#wanted").hasValue("   ");
		this.page.navigate("http://127.0.0.1:" + this.port + "/#obj_01M88EQ6FJEXDAV3FV4QHVJ051");
		locate("#problem").containsText("There is no such objective");
	}

	@Test
	void opensAStreamAgainThatWasRefused() {
		this.page.route("**/v1/events", (route) -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
		this.page.reload();
		locate("#connection").hasText("Connection lost, trying again");
		this.page.unroute("**/v1/events");
		locate("#connection").hasText("Connected");
		String id = new ServiceClient("http://127.0.0.1:" + this.port).submit("7 + 8");
		locate("#list a[href='#" + id + "'] .state").hasText("completed");
	}

	@Test
	void isUsedWithTheKeyboardAlone() {
		this.page.locator("#wanted").fill("19 + 4");
		this.page.keyboard().press("Control+Enter");
		locate("#reply").hasText("23");
		locate("#text").isFocused();
		this.page.locator("#claims a").focus();
		this.page.keyboard().press("Enter");
		locate("#rows tr:last-child").isFocused();
		assertThat(this.complaints).isEmpty();
	}

	private static ResponseScript working() {
		return ModelReplies.working(ModelReplies.fan(3), ModelReplies.ids(3));
	}

	private void start(String objective) {
		this.page.locator("#wanted").fill(objective);
		this.page.locator("#start").click();
	}

	private LocatorAssertions locate(String selector) {
		return PlaywrightAssertions.assertThat(this.page.locator(selector));
	}

}
