using HealthCode.Web.Data;
using HealthCode.Web.Encryption;
using HealthCode.Web.Jobs;
using HealthCode.Web.KeyRotation;
using HealthCode.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;

namespace HealthCode.Web.Pages.Administration.Keys;

/// <summary>数据密钥 — the data encryption keys and since when each is used; the administrator can start a key rotation.</summary>
public sealed class DataKeysModel(OfficeDb db, DataKeyStore dataKeys, KeyRotationJob rotation) : OfficePageModel
{
    /// <summary>All data keys, newest first.</summary>
    public IReadOnlyList<DataKey> Keys => [.. dataKeys.Keys.Set.Keys.Reverse()];

    public ReencryptionProgress? Progress => rotation.Progress;

    public string? Fault => rotation.Fault;

    /// <summary>换一把新密钥: creates a new key and starts re-encryption in the background.</summary>
    public Task<IActionResult> OnPostAsync() =>
        SaveAsync(() => rotation.BeginAsync(db), "已经启用新密钥。正在把以前的资料逐行重新加密，可以离开这一页，不影响办事。", RedirectToPage());

    /// <summary>接着做: continues an interrupted re-encryption.</summary>
    public IActionResult OnPostGoOn()
    {
        rotation.Enqueue();
        return RedirectToPage();
    }
}
