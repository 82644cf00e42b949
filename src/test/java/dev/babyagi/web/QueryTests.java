package dev.babyagi.web;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which queries are taken.
 */
@WebEdgeTest
class QueryTests {

	@Autowired
	HttpFixture http;

	@Test
	void takesWhatTheRouteDeclares() {
		HttpFixture.Answer answer = this.http
			.get("/probe/list?limit=100&colour=dark_blue&level=9&after=2026-01-31T12:00:00Z");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().path("size").asInt()).isEqualTo(100);
		assertThat(answer.json().path("colour").asString()).isEqualTo("DARK_BLUE");
		assertThat(this.http.get("/probe/list").json().path("size").asInt()).isEqualTo(20);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			stat=working                 | stat   | not a query parameter
			sort=;drop                   | sort   | not a query parameter
			limit=5&limit=6              | limit  | 2 times
			limit=0                      | limit  | must be greater than or equal to 1
			=5                           | A query parameter | has no name
			limit=101                    | limit  | must be less than or equal to 100
			limit=ten                    | limit  | must be an integer
			limit=1.5                    | limit  | must be an integer
			limit=99999999999            | limit  | must be an integer
			limit=%EF%BC%91              | limit  | must be an integer
			limit=%D9%A1                 | limit  | must be an integer
			limit=0x10                   | limit  | must be an integer
			limit=%2B5                   | limit  | must be an integer
			limit=%205                   | limit  | must be an integer
			limit=                       | limit  | no value
			limit                        | limit  | no value
			level=10                     | level  | must be less than or equal to 9
			level=%EF%BC%93              | level  | must be an integer
			level=%20                    | level  | must be an integer
			colour=RED                   | colour | must be one of red, dark_blue
			colour=%24%7Bjndi:ldap://a%7D | colour | must be one of red, dark_blue
			colour=%23%7Bx%7D            | colour | must be one of red, dark_blue
			colour=red%00                | colour | U+0000
			colour=%0d%0aSet-Cookie:a    | colour | U+000D
			colour=%ff                   | colour | percent-encoded UTF-8
			colour=%c0%af                | colour | percent-encoded UTF-8
			after=yesterday              | after  | must be an instant
			after=4102444800             | after  | must be an instant such as 2026-01-31T12:00:00Z
			after=2026-01-31             | after  | must be an instant
			after=2026-01-31T12:00:00    | after  | must be an instant
			cursor=abc                   | cursor | is not a nextCursor
			""")
	void namesWhatItDoesNotTake(String query, String name, String words) {
		assertThat(this.http.get("/probe/list?" + query)).isProblem(ProblemType.INVALID_REQUEST).at(name).saying(words);
	}

	@Test
	void takesNoQueryWhereNoneIsDeclared() {
		assertThat(this.http.get("/probe/trace?verbose=true")).isProblem(ProblemType.INVALID_REQUEST).at("verbose");
		assertThat(this.http.post("/probe/json?verbose=true", "[]")).isProblem(ProblemType.INVALID_REQUEST)
			.at("verbose");
	}

}
