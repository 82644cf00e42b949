package dev.babyagi;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/**
 * Starts the service.
 */
@SpringBootApplication
@Modulithic(sharedModules = "storage")
@ConfigurationPropertiesScan
public class BabyAgiApplication {

	public static void main(String[] args) {
		SpringApplication.run(BabyAgiApplication.class, args);
	}

}
