package dev.babyagi.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * An element of an SVG document. Every value and every text is escaped here.
 */
final class SvgElement {

	private final String name;

	private final StringBuilder attributes = new StringBuilder();

	private final List<SvgElement> children = new ArrayList<>();

	private String text = "";

	private SvgElement(String name) {
		this.name = name;
	}

	static SvgElement of(String name) {
		return new SvgElement(name);
	}

	SvgElement with(String attribute, String value) {
		this.attributes.append(' ').append(attribute).append("=\"").append(SvgText.escape(value)).append('"');
		return this;
	}

	SvgElement with(String attribute, double length) {
		return with(attribute, length(length));
	}

	SvgElement at(double x, double y) {
		return with("x", x).with("y", y);
	}

	SvgElement size(double width, double height) {
		return with("width", width).with("height", height);
	}

	/** A length in user units, with at most one decimal. */
	static String length(double value) {
		long tenths = Math.round(value * 10);
		return (tenths % 10 == 0) ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
	}

	SvgElement add(SvgElement child) {
		this.children.add(child);
		return this;
	}

	SvgElement addAll(List<SvgElement> children) {
		this.children.addAll(children);
		return this;
	}

	SvgElement say(String text) {
		this.text = text;
		return this;
	}

	String markup() {
		StringBuilder markup = new StringBuilder();
		write(markup);
		return markup.toString();
	}

	private void write(StringBuilder markup) {
		markup.append('<').append(this.name).append(this.attributes);
		if (this.children.isEmpty() && this.text.isEmpty()) {
			markup.append("/>");
		}
		else {
			markup.append('>').append(SvgText.escape(this.text));
			this.children.forEach((child) -> child.write(markup));
			markup.append("</").append(this.name).append('>');
		}
		markup.append('\n');
	}

}
