package dev.babyagi.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.time.Clock;
import java.time.Duration;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * An agent that sets the clock of one process wrong: what {@link java.time} says is the
 * time is so much later. Nothing else on the machine is touched.
 */
public final class SkewedClock {

	private static final ClassDesc INSTANT = ClassDesc.of("java.time.Instant");

	private SkewedClock() {
	}

	/**
	 * Called by the JVM, before the service starts.
	 * @param ahead the duration by which the clock is ahead; negative if it is behind
	 */
	public static void premain(String ahead, Instrumentation instrumentation) throws UnmodifiableClassException {
		Skew skew = new Skew(Duration.parse(ahead).toSeconds());
		instrumentation.addTransformer(skew, true);
		instrumentation.retransformClasses(Clock.class);
		instrumentation.removeTransformer(skew);
	}

	/** The option for a JVM whose clock is to be wrong. */
	static String option(Path directory, Duration ahead) {
		return "-javaagent:%s=%s".formatted(jar(directory.resolve(ahead + ".jar")), ahead);
	}

	private static Path jar(Path jar) {
		Manifest manifest = new Manifest();
		manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
		manifest.getMainAttributes().putValue("Premain-Class", SkewedClock.class.getName());
		manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
		try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
			add(out, SkewedClock.class);
			add(out, Skew.class);
			return jar;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void add(JarOutputStream jar, Class<?> type) throws IOException {
		String name = type.getName().replace('.', '/') + ".class";
		jar.putNextEntry(new JarEntry(name));
		try (InputStream bytes = type.getClassLoader().getResourceAsStream(name)) {
			bytes.transferTo(jar);
		}
		jar.closeEntry();
	}

	/**
	 * Adds seconds to what the clock returns.
	 *
	 * @param seconds how many
	 */
	private record Skew(long seconds) implements ClassFileTransformer {

		@Override
		public byte[] transform(ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] bytes) {
			if (!name.equals("java/time/Clock")) {
				return null;
			}
			ClassFile file = ClassFile.of();
			return file.transformClass(file.parse(bytes), ClassTransform.transformingMethodBodies(
					(method) -> method.methodName().equalsString("currentInstant"), (code, element) -> {
						if (element instanceof ReturnInstruction) {
							code.loadConstant(this.seconds)
								.invokevirtual(INSTANT, "plusSeconds",
										MethodTypeDesc.of(INSTANT, ConstantDescs.CD_long));
						}
						code.with(element);
					}));
		}

	}

}
