using HealthCode.Web.Data;
using HealthCode.Web.Foundation;
using HealthCode.Web.PrintRuns;

namespace HealthCode.Web.Retention;

/// <summary>销毁待印的 PDF — deletes PDFs whose print run no longer exists.</summary>
public sealed class PrintPurge(OfficeDb db, PrintFiles prints, DataFolder folder) : IPurgeStep
{
    public string Code => "prints";

    public string Kind => "待印的卡";

    public string Unit => "个文件";

    public string How => "从磁盘删除";

    public bool OnlyForLastOffice => false;

    public async Task<int> DestroyAsync(string officeCode, bool isLast, CancellationToken cancellationToken)
    {
        var before = Directory.GetFiles(folder.Prints).Length;
        await prints.SweepAsync(db, cancellationToken);
        return before - Directory.GetFiles(folder.Prints).Length;
    }
}
