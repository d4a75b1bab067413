using System.ComponentModel.DataAnnotations;

namespace HealthCode.Web.Pages.Administration.Backups;

/// <summary>The passphrase, and the settings of the second folder and the closing time; two forms on one page.</summary>
public sealed class BackupInput
{
    [Display(Name = "备份口令")]
    public string? Passphrase { get; set; }

    [Display(Name = "再填一次")]
    public string? Again { get; set; }

    [Display(Name = "第二个地方")]
    public string? Second { get; set; }

    [Display(Name = "下班时间")]
    public string? Closing { get; set; }
}
