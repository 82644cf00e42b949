package dev.babyagi.picture;

import java.io.StringReader;
import java.util.List;
import java.util.stream.IntStream;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * A picture as a browser sees it: read by an XML parser that takes no document type.
 */
final class SvgReader {

	private final Element root;

	private SvgReader(Element root) {
		this.root = root;
	}

	static SvgReader of(String svg) throws Exception {
		DocumentBuilderFactory factory = DocumentBuilderFactory.newNSInstance();
		factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
		factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
		return new SvgReader(
				factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg))).getDocumentElement());
	}

	Element root() {
		return this.root;
	}

	List<Element> all(String name) {
		NodeList nodes = this.root.getElementsByTagName(name);
		return IntStream.range(0, nodes.getLength()).mapToObj((index) -> (Element) nodes.item(index)).toList();
	}

	List<Element> classed(String name) {
		return all("*").stream()
			.filter((element) -> List.of(element.getAttribute("class").split(" ", -1)).contains(name))
			.toList();
	}

	Element id(String id) {
		return all("*").stream()
			.filter((element) -> element.getAttribute("id").equals(id))
			.findFirst()
			.orElseThrow(() -> new AssertionError("There is no " + id));
	}

	/** The visible texts within an element. */
	static List<String> texts(Element element) {
		NodeList nodes = element.getElementsByTagName("text");
		return IntStream.range(0, nodes.getLength()).mapToObj((index) -> nodes.item(index).getTextContent()).toList();
	}

}
