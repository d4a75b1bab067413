namespace HealthCode.Domain.PrintRuns;

/// <summary>工作站 — one PC with its printer, by the mark its browser keeps, and how that printer is off.</summary>
public sealed class Workstation
{
    private Workstation(string key, string officeCode, string name)
    {
        (Key, OfficeCode, Name, Calibration) = (key, officeCode, name, Calibration.None);
    }

    /// <summary>What the browser of the PC keeps.</summary>
    public string Key { get; private set; }

    /// <summary>The office.</summary>
    public string OfficeCode { get; private set; }

    /// <summary>As the office calls it: 窗口一, 东屋打印机.</summary>
    public string Name { get; private set; }

    /// <summary>How its printer is off.</summary>
    public Calibration Calibration { get; private set; }

    /// <summary>A PC that has not been calibrated yet.</summary>
    public static Workstation Register(string key, string officeCode, string name) => new(key, officeCode, name);

    /// <summary>校准.</summary>
    public void Calibrate(string name, Calibration calibration) => (Name, Calibration) = (name, calibration);
}
