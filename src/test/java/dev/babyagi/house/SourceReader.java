package dev.babyagi.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import javax.lang.model.element.Modifier;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PackageTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;

import dev.babyagi.house.SourceFile.TopLevelType;

/**
 * Reads source files with the parser of the JDK's own compiler, which resolves nothing
 * and so needs no class path.
 */
final class SourceReader extends TreeScanner<Boolean, Set<String>> {

	private final CompilationUnitTree unit;

	private final SourcePositions positions;

	private final List<Integer> methodLines = new ArrayList<>();

	private final Set<String> packagesUsed = new TreeSet<>();

	private SourceReader(CompilationUnitTree unit, SourcePositions positions) {
		this.unit = unit;
		this.positions = positions;
	}

	/**
	 * Reads all Java files below a directory, and fails on one that is not Java.
	 */
	static List<SourceFile> readAll(Path directory) throws IOException {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
			JavacTask task = (JavacTask) compiler.getTask(null, files, problems, null, null,
					files.getJavaFileObjectsFromPaths(javaFiles(directory)));
			List<CompilationUnitTree> units = StreamSupport.stream(task.parse().spliterator(), false)
				.map(CompilationUnitTree.class::cast)
				.toList();
			refuseErrors(problems.getDiagnostics());
			SourcePositions positions = Trees.instance(task).getSourcePositions();
			Set<String> packages = units.stream().map(SourceReader::packageName).collect(Collectors.toSet());
			List<SourceFile> sources = new ArrayList<>();
			for (CompilationUnitTree unit : units) {
				sources.add(new SourceReader(unit, positions).read(packages));
			}
			return sources;
		}
	}

	private static void refuseErrors(List<Diagnostic<? extends JavaFileObject>> problems) {
		for (Diagnostic<? extends JavaFileObject> problem : problems) {
			if (problem.getKind() == Diagnostic.Kind.ERROR) {
				throw new IllegalArgumentException(problem.toString());
			}
		}
	}

	private static List<Path> javaFiles(Path directory) throws IOException {
		try (Stream<Path> files = Files.walk(directory)) {
			return files.filter((file) -> file.toString().endsWith(".java")).sorted().toList();
		}
	}

	private static String packageName(CompilationUnitTree unit) {
		return String.valueOf(unit.getPackageName());
	}

	private SourceFile read(Set<String> packages) throws IOException {
		scan(this.unit, packages);
		this.packagesUsed.remove(packageName(this.unit));
		List<TopLevelType> types = this.unit.getTypeDecls()
			.stream()
			.filter(ClassTree.class::isInstance)
			.map(ClassTree.class::cast)
			.map((type) -> new TopLevelType(type.getSimpleName().toString(),
					type.getModifiers().getFlags().contains(Modifier.PUBLIC)))
			.toList();
		String source = this.unit.getSourceFile().getCharContent(true).toString();
		return new SourceFile(packageName(this.unit), SourceFile.linesWithoutLicence(source), types, this.methodLines,
				this.packagesUsed);
	}

	@Override
	public Boolean visitMethod(MethodTree method, Set<String> packages) {
		BlockTree body = method.getBody();
		if (body != null) {
			LineMap lines = this.unit.getLineMap();
			long first = lines.getLineNumber(this.positions.getStartPosition(this.unit, body));
			long last = lines.getLineNumber(this.positions.getEndPosition(this.unit, body));
			this.methodLines.add((int) Math.max(0, last - first - 1));
		}
		return super.visitMethod(method, packages);
	}

	@Override
	public Boolean visitPackage(PackageTree declaration, Set<String> packages) {
		return scan(declaration.getAnnotations(), packages);
	}

	/**
	 * The longest name comes first: {@code a.b} is used by {@code a.b.C}, {@code a} is
	 * not.
	 */
	@Override
	public Boolean visitMemberSelect(MemberSelectTree select, Set<String> packages) {
		String name = select.toString();
		if (packages.contains(name)) {
			return this.packagesUsed.add(name);
		}
		return super.visitMemberSelect(select, packages);
	}

}
