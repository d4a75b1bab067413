using HealthCode.Domain.PrintRuns;
using static HealthCode.Tests.Support.LawfulCase;

namespace HealthCode.Tests.Domain.PrintRuns;

public sealed class WorkstationTests
{
    [Fact]
    public void A_PC_begins_with_a_printer_that_is_not_off()
    {
        var workstation = Workstation.Register("w-1", Code, "窗口一");

        Assert.Equal(("w-1", Code, "窗口一", Calibration.None), (workstation.Key, workstation.OfficeCode, workstation.Name, workstation.Calibration));
    }

    [Fact]
    public void Calibrating_it_changes_its_name_and_figures_and_not_its_mark()
    {
        var workstation = Workstation.Register("w-1", Code, "窗口一");

        workstation.Calibrate("东屋打印机", Calibration.Of(1.5m, -0.5m, 100.2m));

        Assert.Equal(("w-1", Code, "东屋打印机", new Calibration(1.5m, -0.5m, 100.2m)), (workstation.Key, workstation.OfficeCode, workstation.Name, workstation.Calibration));
    }
}
