using HealthCode.Web.Security;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Data;

/// <summary>销毁的数据密钥 — last of all, with the last office: what was ever closed, also in a copy nobody knows of, stays closed for good.</summary>
public sealed class DestroyedDataKeys(OfficeDb db, DataKeyBox box) : IDestructionPart
{
    public string Code => "data-keys";

    public string Kind => "居民资料的加密密钥";

    public string Unit => "套";

    public string How => "覆写后删除";

    public bool WithTheLastOffice => true;

    public async Task<int> DestroyAsync(string officeCode, bool isLast, CancellationToken stopping)
    {
        if (await db.DestructionRecords.IgnoreQueryFilters().AnyAsync(record => record.OfficeCode == officeCode && record.Steps.Any(step => step.Code == Code), stopping))
        {
            return 0;
        }

        box.DestroyAll();
        return 1;
    }
}
