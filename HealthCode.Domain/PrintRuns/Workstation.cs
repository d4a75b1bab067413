namespace HealthCode.Domain.PrintRuns;

/// <summary>工作站 — a PC with its printer, identified by a key stored in its browser, and the printer's calibration.</summary>
public sealed class Workstation
{
    private Workstation(string key, string officeCode, string name)
    {
        (Key, OfficeCode, Name, Calibration) = (key, officeCode, name, Calibration.None);
    }

    /// <summary>Key stored in the browser of the PC.</summary>
    public string Key { get; private set; }

    /// <summary>Code of the office.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>Name given by the office, e.g. 窗口一, 东屋打印机.</summary>
    public string Name { get; private set; }

    /// <summary>Calibration of its printer.</summary>
    public Calibration Calibration { get; private set; }

    /// <summary>Creates a workstation without calibration.</summary>
    public static Workstation Register(string key, string officeCode, string name) => new(key, officeCode, name);

    /// <summary>校准: sets name and calibration.</summary>
    public void Calibrate(string name, Calibration calibration) => (Name, Calibration) = (name, calibration);
}
