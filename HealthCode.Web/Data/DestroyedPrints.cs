using HealthCode.Web.Hosting;

namespace HealthCode.Web.Data;

/// <summary>销毁待印的 PDF — those whose run is gone.</summary>
public sealed class DestroyedPrints(OfficeDb db, PrintFiles prints, DataFolder folder) : IDestructionPart
{
    public string Code => "prints";

    public string Kind => "待印的卡";

    public string Unit => "个文件";

    public string How => "从磁盘删除";

    public bool WithTheLastOffice => false;

    public async Task<int> DestroyAsync(string officeCode, bool isLast, CancellationToken stopping)
    {
        var before = Directory.GetFiles(folder.Prints).Length;
        await prints.Sweep(db, stopping);
        return before - Directory.GetFiles(folder.Prints).Length;
    }
}
