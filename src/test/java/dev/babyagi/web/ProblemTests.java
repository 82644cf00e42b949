package dev.babyagi.web;

import java.net.http.HttpRequest;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every failure is a problem.
 */
@WebEdgeTest
class ProblemTests {

	@Autowired
	HttpFixture http;

	@Test
	void namesEveryBadField() {
		HttpFixture.Answer answer = this.http.post("/probe/order", """
				{"objective":" ","limits":{"maxTasks":201,"maxTokens":1}}""");
		assertThat(answer).isProblem(ProblemType.INVALID_REQUEST).at("/objective").at("/limits/maxTasks");
		assertThat(answer.json().path("instance").asString()).isEqualTo("/probe/order");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/probe/order", "/probe/order/checked" })
	void findsItsWayIntoListsAndMaps(String path) {
		HttpFixture.Answer answer = this.http.post(path, """
				{"objective":"x","tools":["a"," "],"metadata":{"a/b":{"maxTasks":0,"maxTokens":1},
				"too lengthy":{"maxTokens":1}}}""");
		assertThat(answer).isProblem(ProblemType.INVALID_REQUEST)
			.at("/tools/1")
			.at("/metadata/a~1b/maxTasks")
			.at("/metadata/too lengthy");
	}

	@Test
	void namesABadHeader() {
		assertThat(this.http.post("/probe/order/checked", "{\"objective\":\"x\"}", "X-Level", "10"))
			.isProblem(ProblemType.INVALID_REQUEST)
			.at("X-Level");
		assertThat(this.http.post("/probe/order/checked", "{\"objective\":\"x\"}", "X-Level", "high"))
			.isProblem(ProblemType.INVALID_REQUEST)
			.at("X-Level");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			{"objective":"x","count":"5"}              | /count            | must be an integer
			{"objective":"x","count":5.5}              | /count            | must be an integer
			{"objective":"x","count":99999999999}      | /count            | must be an integer
			{"objective":"x","count":true}             | /count            | must be an integer
			{"objective":"x","urgent":"true"}          | /urgent           | must be true or false
			{"objective":"x","urgent":1}               | /urgent           | must be true or false
			{"objective":"x","urgent":""}              | /urgent           | must be true or false
			{"objective":"x","price":"1.5"}            | /price            | must be a number
			{"objective":5}                            | /objective        | must be a string
			{"objective":true}                         | /objective        | must be a string
			{"objective":1.5}                          | /objective        | must be a string
			{"objective":["x"]}                        | /objective        | must be a string
			{"objective":"x","colour":"Red"}           | /colour           | must be one of red, dark_blue
			{"objective":"x","colour":"RED"}           | /colour           | must be one of red, dark_blue
			{"objective":"x","colour":0}               | /colour           | must be one of red, dark_blue
			{"objective":"x","colour":""}              | /colour           | must be one of red, dark_blue
			{"objective":"x","patience":30}            | /patience         | must be a duration
			{"objective":"x","patience":"30 s"}        | /patience         | must be a duration
			{"objective":"x","deadline":1700000000}    | /deadline         | must be an instant
			{"objective":"x","deadline":"tomorrow"}    | /deadline         | must be an instant
			{"objective":"x","limits":[]}              | /limits           | must be an object
			{"objective":"x","limits":""}              | /limits           | must be an object
			{"objective":"x","limits":{"maxTokens":null}} | /limits/maxTokens | must be an integer
			{"objective":"x","tools":"calculator"}     | /tools            | must be an array
			{"objective":"x","tools":["a",5]}          | /tools/1          | must be a string
			{"objective":"x","tenantId":"b"}           | /tenantId         | is not known
			{"objective":"x","limits":{"epoch":9,"maxTokens":1}} | /limits/epoch | is not known
			[]                                         | ''                | must be an object
			"x"                                        | ''                | must be an object
			5                                          | ''                | must be an object
			""")
	void saysWhatAFieldMustBe(String body, String pointer, String words) {
		assertThat(this.http.post("/probe/order", body)).isProblem(ProblemType.INVALID_REQUEST)
			.at(pointer)
			.saying(words);
	}

	@Test
	void refusesWhatTheServerSetsAndNamesWhatItTakes() {
		HttpFixture.Answer answer = this.http.post("/probe/order",
				"{\"objective\":\"x\",\"tenantId\":\"b\",\"state\":\"succeeded\",\"budget\":1e9,\"epoch\":9}");
		assertThat(answer).isProblem(ProblemType.INVALID_REQUEST).at("/tenantId").saying("known here: colour, count");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			''                | JSON
			' '               | empty
			null              | JSON
			not json          | not JSON
			{"objective":     | not JSON
			{"objective":"x"} {} | goes on
			{"objective":"x"}x   | not JSON
			{'objective':'x'} | not JSON
			{"objective":"x",}   | not JSON
			{"count":NaN}     | not JSON
			""")
	void refusesWhatIsNoJson(String body, String words) {
		assertThat(this.http.post("/probe/order", body)).isProblem(ProblemType.INVALID_REQUEST).saying(words);
	}

	@Test
	void answersForRoutesThatAreNotThere() {
		assertThat(this.http.get("/v1/nothing")).isProblem(ProblemType.NOT_FOUND);
		assertThat(this.http.get("/error")).isProblem(ProblemType.NOT_FOUND);
		assertThat(this.http.get("/v1")).isProblem(ProblemType.NOT_FOUND);
	}

	@Test
	void tellsWhichMethodsAreAllowed() {
		HttpFixture.Answer answer = this.http.send(this.http.request("/probe/order").DELETE());
		assertThat(answer).isProblem(ProblemType.METHOD_NOT_ALLOWED);
		assertThat(answer.header("Allow")).isEqualTo("POST");
	}

	@Test
	void tellsWhichMediaTypesAreTaken() {
		HttpRequest.Builder yaml = this.http.request("/probe/order", "Content-Type", "application/yaml")
			.POST(HttpRequest.BodyPublishers.ofString("objective: x"));
		HttpFixture.Answer answer = this.http.send(yaml);
		assertThat(answer).isProblem(ProblemType.UNSUPPORTED_MEDIA);
		assertThat(answer.header("Accept")).isEqualTo("application/json");
	}

	@Test
	void takesNoMediaTypeByAccident() {
		Stream
			.of("application/yaml", "text/xml", "application/x-www-form-urlencoded", "multipart/form-data",
					"application/json;charset=ISO-8859-1")
			.forEach((media) -> assertThat(this.http.send(this.http.request("/probe/json", "Content-Type", media)
				.POST(HttpRequest.BodyPublishers.ofString("a")))).isProblem(ProblemType.UNSUPPORTED_MEDIA));
	}

	@Test
	void speaksJsonOnly() {
		assertThat(this.http.get("/probe/trace", "Accept", "application/yaml")).isProblem(ProblemType.NOT_ACCEPTABLE);
		assertThat(this.http.get("/probe/trace", "Accept", "text/html")).isProblem(ProblemType.NOT_ACCEPTABLE);
	}

	@Test
	void saysNothingOfItsInsideWhenItFails() {
		assertThat(this.http.get("/probe/failure")).isProblem(ProblemType.INTERNAL);
		assertThat(this.http.get("/probe/failure", "Accept", "text/html")).isProblem(ProblemType.INTERNAL);
	}

	@Test
	void tellsWhenToTryAgain() {
		HttpFixture.Answer answer = this.http.get("/probe/problem");
		assertThat(answer).isProblem(ProblemType.QUEUE_FULL).saying("100,000 objectives");
		assertThat(answer.header("Retry-After")).isEqualTo("2");
	}

	@Test
	void namesAMissingHeader() {
		assertThat(this.http.get("/probe/header")).isProblem(ProblemType.INVALID_REQUEST).at("If-Match");
	}

	@Test
	void answersHeadAndOptions() {
		HttpRequest.Builder head = this.http.request("/probe/trace")
			.method("HEAD", HttpRequest.BodyPublishers.noBody());
		assertThat(this.http.send(head).status()).isEqualTo(200);
		HttpRequest.Builder lost = this.http.request("/v1/nothing").method("HEAD", HttpRequest.BodyPublishers.noBody());
		assertThat(this.http.send(lost).status()).isEqualTo(404);
		HttpRequest.Builder options = this.http.request("/probe/order")
			.method("OPTIONS", HttpRequest.BodyPublishers.noBody());
		assertThat(this.http.send(options).header("Allow")).contains("POST", "OPTIONS");
	}

}
